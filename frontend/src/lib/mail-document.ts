/**
 * Shows a sanitised mail in a sandboxed frame without scripts. Styles are set through the DOM, because the page's policy
 * forbids style attributes in markup; pictures from elsewhere keep their address aside until the reader asks for them.
 */

/** The frame as it is first: its own policy lets nothing load. */
export const closedFrame = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob: ${window.location.origin}; style-src 'none'"><meta name="referrer" content="no-referrer"></head><body></body></html>`;

/** The empty page that may load pictures: a frame written by ours would be bound by our page's policy. */
export const picturesFrame = "/mail-frame.html";

const remote = /^(https?:)?\/\//i;

/** How a picture of the mail itself is referred to (RFC 2392). */
const own = /^cid:/i;

export type FilledMail = { blocked: number };

export type MailPictures = {
  /** The mail's own pictures: content id to address. */
  own: ReadonlyMap<string, string>;
  /** Whether those from elsewhere may be loaded. */
  elsewhere: boolean;
};

export function fillMail(document: Document, html: string, pictures: MailPictures): FilledMail {
  // A template's content belongs to no page: nothing in it runs or loads. Styles are set aside before they are parsed.
  const template = window.document.createElement("template");
  template.innerHTML = html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
  const parsed = template.content;
  for (const gone of parsed.querySelectorAll("script, iframe, object, embed, form, link, meta, base, style"))
    gone.remove();
  let blocked = 0;
  const styles: [Element, string][] = [];
  for (const element of parsed.querySelectorAll("*")) {
    for (const attribute of [...element.attributes]) {
      const name = attribute.name.toLowerCase();
      if (name.startsWith("on")) element.removeAttribute(attribute.name);
      else if (name === "style" || name === "data-style") {
        styles.push([element, attribute.value]);
        element.removeAttribute(attribute.name);
      } else if (name === "srcset" || name === "background") element.removeAttribute(attribute.name);
    }
  }
  for (const image of parsed.querySelectorAll("img")) {
    // The server has put addresses elsewhere aside already.
    const aside = image.getAttribute("data-src");
    const source = aside ?? image.getAttribute("src") ?? "";
    const held = remote.test(source) && !pictures.elsewhere;
    if (held) blocked += 1;
    const address = own.test(source) ? pictures.own.get(contentId(source)) : remote.test(source) ? source : null;
    if (address && !held) image.setAttribute("src", address);
    else image.removeAttribute("src");
  }
  for (const link of parsed.querySelectorAll("a")) {
    const target = link.getAttribute("href") ?? "";
    if (!/^(https?:|mailto:|tel:)/i.test(target)) link.removeAttribute("href");
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener noreferrer nofollow");
  }
  document.body.replaceChildren(...[...parsed.childNodes].map((node) => document.adoptNode(node)));
  for (const [element, style] of styles) {
    if (!/url\s*\(|expression|@import/i.test(style) && "style" in element) {
      (element as HTMLElement).style.cssText = style;
      // Nothing may leave the sheet it lies on.
      (element as HTMLElement).style.position = "static";
    }
  }
  const sheet = document.body.style;
  sheet.cssText =
    "margin:0;font:13.5px/20px system-ui,sans-serif;color:#211c16;background:#fffefb;overflow-wrap:anywhere;padding:12px";
  document.documentElement.style.overflowY = "hidden";
  for (const image of document.body.querySelectorAll("img")) {
    image.style.maxWidth = "100%";
    image.style.height = "auto";
  }
  for (const edge of [document.body.firstElementChild, document.body.lastElementChild])
    if (edge instanceof (document.defaultView as Window & typeof globalThis).HTMLElement) edge.style.marginBlock = "0";
  return { blocked };
}

function contentId(reference: string): string {
  const id = reference.slice("cid:".length);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
