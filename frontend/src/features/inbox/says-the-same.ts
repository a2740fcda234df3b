/** Whether a topic's title is nothing but the beginning of what was said, so that a row need not say it twice. */
export function saysTheSame(title: string, preview: string): boolean {
  const bare = title.replace(/[\s.…]+$/, "");
  return bare === "" || preview.replace(/\s+/g, " ").startsWith(bare);
}
