import { usePhone } from "./use-media.ts";

const how = /\[([^|\]]*)\|([^\]]*)\]/g;

/** What to do, said for who reads it: of “[Press N|Tap New team]” the keys, or in a phone's layout what is touched there. */
export function useHow(): (said: string) => string {
  const chosen = usePhone() ? "$2" : "$1";
  return (said) => said.replace(how, chosen);
}
