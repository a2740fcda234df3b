import type { ComponentProps } from "react";
import type { unstable_HistoryRouter as HistoryRouter, To } from "react-router";
import { isGuarded, leave } from "../lib/unsaved.ts";

type History = ComponentProps<typeof HistoryRouter>["history"];

/**
 * A history that asks before it leaves what is unsaved, by a link, by a key or by the browser's own way back. Only another
 * place is left for; and what replaces a place is not asked, since nobody chose it: something new that was just saved, a
 * session that ended.
 */
export function guarded(history: History): History {
  /** The browser went, and is brought back to where the form is. */
  let returning = false;
  /** It was told to go all the same. */
  let going = false;
  const isElsewhere = (to: To) => history.createURL(to).pathname !== history.location.pathname;
  return {
    get action() {
      return history.action;
    },
    get location() {
      return history.location;
    },
    createHref: (to) => history.createHref(to),
    createURL: (to) => history.createURL(to),
    encodeLocation: (to) => history.encodeLocation(to),
    push: (to, state) => {
      if (isElsewhere(to)) leave(() => history.push(to, state));
      else history.push(to, state);
    },
    replace: (to, state) => history.replace(to, state),
    go: (delta) => history.go(delta),
    listen: (tell) =>
      history.listen((update) => {
        const { delta } = update;
        if (returning) {
          returning = false;
        } else if (update.action === "POP" && delta && isGuarded() && !going) {
          returning = true;
          history.go(-delta);
          leave(() => {
            going = true;
            history.go(delta);
          });
        } else {
          going = false;
          tell(update);
        }
      }),
  };
}
