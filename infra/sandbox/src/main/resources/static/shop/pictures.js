// The shop's pictures: a room, and what stands in it. Ours; drawn as SVG so that they weigh nothing.

const room = `<defs><pattern id="weave" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#cdbb9c"/><path d="M0 1.5h3M3 4.5h3" stroke="#bca884" stroke-width="1.6"/><path d="M3 1.5h3M0 4.5h3" stroke="#d8c9ae" stroke-width="1.6"/></pattern><pattern id="floor" width="560" height="74" patternUnits="userSpaceOnUse"><rect width="560" height="74" fill="#dcd2c2"/><path d="M0 73.5h560M210 0v74M470 0v74" stroke="#cbbfab"/></pattern></defs><rect width="560" height="640" fill="url(#floor)"/><rect width="560" height="230" fill="#e9e3d8"/><path d="M0 230h560" stroke="#c9bda9" stroke-width="6"/>`;

const rug = `<path d="m100 338 330 0 74 220-474 0z" fill="rgba(70,55,35,.14)"/><path d="m96 330 330 0 74 220-474 0z" fill="url(#weave)"/><path d="m112 344 300 0 62 190-424 0z" fill="none" stroke="#6c5a40" stroke-width="3.5"/><path d="m124 354 277 0 56 172-388 0z" fill="none" stroke="#6c5a40" stroke-width="1.4"/><path d="M26 550h474" stroke="#efe6d4" stroke-width="9" stroke-dasharray="2 3"/><path d="M96 330h330" stroke="#efe6d4" stroke-width="5" stroke-dasharray="1.5 2.4"/>`;

const chair = `<path d="M160 150h150c16 0 26 10 26 26v86H134v-86c0-16 10-26 26-26z" fill="#717a68"/><path d="M118 214c0-12 8-18 18-18s18 6 18 18v48h162v-48c0-12 8-18 18-18s18 6 18 18v92H118z" fill="#7d8673"/><path d="M154 262h162v22H154z" fill="#687060"/><path d="M132 306h10l-4 40h-7zM328 306h10l1 40h-7z" fill="#4a3a28"/>`;

const smallLamp = `<path d="M470 330V120" stroke="#3a332a" stroke-width="3.5"/><path d="M438 120h64l-14-52h-36z" fill="#f7f1e3" stroke="#d8ccb4" stroke-width="1.5"/><ellipse cx="470" cy="332" rx="26" ry="6" fill="#3a332a"/>`;

const lamp = `<ellipse cx="262" cy="532" rx="96" ry="14" fill="rgba(70,55,35,.16)"/><circle cx="262" cy="150" r="170" fill="#fff6dd" opacity=".5"/><path d="M262 520V210" stroke="#3a332a" stroke-width="7"/><path d="M178 212h168l-36-138h-96z" fill="#fbf4e2" stroke="#d8ccb4" stroke-width="2"/><path d="M196 212 222 74M328 212 302 74M262 212V74" stroke="#eadfc8" stroke-width="1.5"/><ellipse cx="262" cy="524" rx="62" ry="12" fill="#3a332a"/><circle cx="262" cy="330" r="9" fill="#8a6d3b"/>`;

const sofa = `<path d="m40 500 450 0 20 22-490 0z" fill="rgba(70,55,35,.14)"/><path d="M78 250h376c18 0 28 12 28 28v120H50V278c0-16 10-28 28-28z" fill="#66704f"/><path d="M265 256v140M160 256v140M372 256v140" stroke="#59633f" stroke-width="2"/><path d="M26 336c0-16 10-24 24-24s24 8 24 24v44h384v-44c0-16 10-24 24-24s24 8 24 24v126H26z" fill="#76815c"/><path d="M74 380h384v36H74z" fill="#5c6646"/><path d="M46 462h16l-6 44h-10zM470 462h16v44h-10z" fill="#4a3a28"/><path d="m96 300 62-8 8 66-66 6z" fill="#c79a5b"/><path d="m100 304 58-7" stroke="#a97f45" stroke-width="2"/>`;

const table = `<path d="m70 540 392 0 30 20-452 0z" fill="rgba(70,55,35,.13)"/><path d="m94 330 344 0 74 60-492 0z" fill="#c69a63"/><path d="M20 390h492v16H20z" fill="#a87d48"/><path d="m130 345 280 0M84 368l366 0" stroke="#b78a54" stroke-width="1.5"/><path d="M50 406h24l-8 140H52zM458 406h24l-2 140h-14z" fill="#97703f"/><path d="M120 406h14l-3 92h-8zM398 406h14l-3 92h-8z" fill="#7f5d33"/><path d="M238 322c-6-40 4-62 20-62s26 22 20 62z" fill="#8d968a"/><path d="M256 262c-10-40-30-52-46-56M258 262c0-44 4-62 14-84M260 262c8-34 26-46 40-48" stroke="#5f6a4a" stroke-width="3" fill="none"/><circle cx="210" cy="206" r="7" fill="#a7b48f"/><circle cx="273" cy="176" r="7" fill="#a7b48f"/><circle cx="302" cy="213" r="7" fill="#a7b48f"/><ellipse cx="160" cy="352" rx="34" ry="9" fill="#f3ede0"/><ellipse cx="362" cy="352" rx="34" ry="9" fill="#f3ede0"/>`;

const CONTENT = { noor: rug + chair + smallLamp, fjord: lamp, lund: sofa, arc: table };

export function picture(id, label) {
  return `<svg viewBox="10 0 512 620" role="img" aria-label="${label}" preserveAspectRatio="xMidYMid slice">${room}${CONTENT[id]}</svg>`;
}
