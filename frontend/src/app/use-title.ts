import { useEffect } from "react";

/** The page's name and how many wait for this person, in the tab; its mark is red while somebody does. */
export function useTitle(name: string, waiting: number): void {
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ""}${name}, Loper`;
    const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
    if (icon) icon.href = waiting > 0 ? "/favicon-waiting.svg" : "/favicon.svg";
  }, [name, waiting]);
}
