import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { ErrorBoundary } from "./error-boundary.tsx";
import { LettersHeld } from "./letters-held.tsx";

const ahead: (() => Promise<unknown>)[] = [];

/**
 * A part of the screen that the first load leaves out. It is fetched when it is first shown, or before, by `fetchAhead`;
 * what could not be fetched says so, and can be tried again.
 *
 * @param meanwhile what keeps its place until it is here
 */
export function later<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  let ready: ComponentType<Props> | null = null;
  const get = async () => {
    ready ??= await fetch();
    return ready;
  };
  ahead.push(get);

  function Part(props: Props) {
    const [{ Found, error }, setFound] = useState<{ Found: ComponentType<Props> | null; error?: unknown }>({
      Found: ready,
    });
    useEffect(() => {
      let wanted = true;
      get().then(
        (found) => wanted && setFound({ Found: found }),
        (trouble: unknown) => wanted && setFound({ Found: null, error: trouble }),
      );
      return () => {
        wanted = false;
      };
    }, []);
    if (error) throw error;
    return Found ? <Found {...props} /> : meanwhile;
  }

  return function Later(props: Props) {
    return (
      <ErrorBoundary>
        <Part {...props} />
      </ErrorBoundary>
    );
  };
}

/** A dialog that the first load leaves out; letters typed before it is here do nothing to the page below. */
export function laterDialog<Props extends object>(fetch: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return later(fetch, <LettersHeld />);
}

/** Fetches what was left out, one part after the other, so that it opens at once and also without a network. */
export async function fetchAhead(): Promise<void> {
  for (const get of ahead) await get().catch(() => undefined);
}
