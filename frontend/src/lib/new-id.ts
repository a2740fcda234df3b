/** The id of something new: made of its name, and not taken yet. Where nothing of the name is left, `otherwise`. */
export function newId(name: string, taken: readonly string[], otherwise: string): string {
  const plain = name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 36);
  const base = plain || otherwise;
  let id = base;
  for (let number = 2; taken.includes(id); number++) id = `${base}-${number}`;
  return id;
}
