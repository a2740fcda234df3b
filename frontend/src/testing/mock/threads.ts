import type { Author, Entry } from "../../types/api.ts";
import { entry, type Story } from "./cast.ts";

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const lotte: Author = { kind: "agent", id: "p-lotte", name: "Lotte Jansen" };
const fatima: Author = { kind: "agent", id: "p-fatima", name: "Fatima Aydin" };
const day = 1440;

/** Oldest first. */
export function threadOf(story: Story): Entry[] {
  const topic = `t-${story.id}`;
  const customer: Author = { kind: "customer", id: `c-${story.id}`, name: story.name };
  if (story.id === "eva") return eva(topic, customer);
  if (story.id === "daan") return daan(topic, customer);
  if (story.id === "ruben") return ruben(topic, customer);
  if (story.id === "wouters") return wouters(topic, customer);
  const channel = story.channel;
  const account = { email: "email-support", chat: "chat-web", sms: "sms-main", whatsapp: "whatsapp-main" }[
    channel as "sms"
  ];
  return [
    entry({
      topic,
      type: "system",
      channel: null,
      direction: null,
      author: { kind: "system", id: null, name: "" },
      at: ago(story.at + 3),
      event: { kind: "topic-opened", title: story.title },
    }),
    ...(story.by === "agent"
      ? [
          entry({
            topic,
            channel,
            account: account ?? null,
            author: customer,
            text: "Kunnen jullie laten weten hoe het ermee staat?",
            at: ago(story.at + 2),
          }),
          entry({
            topic,
            channel,
            account: account ?? null,
            direction: "out",
            author: lotte,
            text: story.preview,
            at: ago(story.at),
            delivery: "delivered",
          }),
        ]
      : [
          entry({ topic, channel, account: account ?? null, author: customer, text: story.preview, at: ago(story.at) }),
        ]),
  ];
}

function eva(topic: string, customer: Author): Entry[] {
  const invoice = `${topic}-invoice`;
  const older: Entry[] = [];
  for (let week = 120; week > 3; week--) {
    older.push(
      entry({
        topic: `${topic}-old`,
        channel: "chat",
        account: "chat-web",
        author: customer,
        text: `Which bulb fits the Fjord in the hall, number ${week}?`,
        at: ago(week * 7 * day),
      }),
      entry({
        topic: `${topic}-old`,
        channel: "chat",
        account: "chat-web",
        direction: "out",
        author: fatima,
        text: "An E27, at most 40 watts. A warm white LED looks best behind the glass.",
        at: ago(week * 7 * day - 4),
        delivery: "read",
      }),
    );
  }
  return [
    ...older,
    entry({
      topic: invoice,
      subject: "Invoice for order 4688-10",
      author: customer,
      from: "eva.lindeman@posteo.nl",
      to: ["support@loper.test"],
      text: "Hello, could you put my work address on the invoice for order 4688-10?",
      at: ago(12 * day),
    }),
    entry({
      topic: invoice,
      direction: "out",
      author: lotte,
      to: ["eva.lindeman@posteo.nl"],
      text: "Done, the new invoice is attached.",
      at: ago(12 * day - 30),
      delivery: "delivered",
      attachments: [
        { id: "a1", name: "invoice-4688-10.pdf", type: "application/pdf", size: 84_000, url: "/mock/invoice.pdf" },
      ],
    }),
    entry({
      topic,
      channel: "chat",
      account: "chat-web",
      author: customer,
      text: "Hi! My lamp was due yesterday. Tracking says “delivered”, but there is nothing here.",
      at: ago(221),
    }),
    entry({
      topic,
      channel: "chat",
      account: "chat-web",
      direction: "out",
      author: lotte,
      text: "Sorry to hear that, Eva. Which order is it?",
      at: ago(220),
      delivery: "read",
    }),
    entry({
      topic,
      channel: "chat",
      account: "chat-web",
      author: customer,
      text: "4711-82. I need it before Saturday, it’s a present. And I have to go now, can we go on by mail?",
      at: ago(219),
    }),
    entry({
      topic,
      type: "system",
      channel: null,
      direction: null,
      author: lotte,
      at: ago(215),
      event: { kind: "assigned", person: { id: "p-lotte", name: "Lotte Jansen" } },
    }),
    entry({
      topic,
      direction: "out",
      to: ["eva.lindeman@posteo.nl"],
      subject: "Your order 4711-82",
      author: lotte,
      text: "Of course. I am asking our warehouse where the parcel was scanned, and write to you here.",
      at: ago(200),
      delivery: "delivered",
    }),
    entry({
      topic,
      type: "note",
      channel: null,
      direction: null,
      author: { kind: "agent", id: "p-pieter", name: "Pieter Mol" },
      text: "At number 12, signed “Bakker”. Driver is back in the street at 16:00 and can bring it over to 21.",
      at: ago(21),
    }),
    entry({
      topic,
      subject: "Re: Your order 4711-82",
      from: "eva.lindeman@posteo.nl",
      to: ["support@loper.test"],
      author: customer,
      text: "One more thing: if the lamp turns up after all, can you send it to my work? Weesperstraat 61, I’m there until six. Thanks, Eva",
      html: '<p style="color:#234">One more thing: if the lamp turns up after all, can you send it to my work?</p><p><b>Weesperstraat 61</b>, I’m there until six.</p><p>Thanks, Eva</p><p><img src="https://tracker.invalid/pixel.gif" width="120" height="40" alt="logo"></p>',
      quote: Array.from({ length: 14 }, (_, line) => `> line ${line + 1} of what was said before`).join("\n"),
      at: ago(6),
      sentAt: ago(14),
    }),
  ];
}

function daan(topic: string, customer: Author): Entry[] {
  const whatsapp = { topic, channel: "whatsapp" as const, account: "whatsapp-main" };
  return [
    entry({
      topic: `${topic}-colour`,
      author: customer,
      subject: "Kleur Lund",
      text: "Is de kleur van de Lund bij daglicht groener dan op de foto?",
      at: ago(90 * day),
    }),
    entry({
      topic: `${topic}-colour`,
      direction: "out",
      author: fatima,
      text: "Iets groener, ja. We sturen je graag een staaltje.",
      at: ago(90 * day - 60),
      delivery: "delivered",
    }),
    entry({
      ...whatsapp,
      author: customer,
      text: "De bank is er, maar één poot is gebroken. Zie foto. Zaterdag krijgen we bezoek, kan dat nog opgelost worden?",
      at: ago(24),
      attachments: [{ id: "a2", name: "poot.jpg", type: "image/jpeg", size: 1_200_000, url: "/mock/poot.svg" }],
    }),
  ];
}

function ruben(topic: string, customer: Author): Entry[] {
  const sms = { topic, channel: "sms" as const, account: "sms-main" };
  return [
    entry({ ...sms, author: customer, text: "Is mijn stoel al gerepareerd?", at: ago(160) }),
    entry({
      ...sms,
      direction: "out",
      author: lotte,
      to: ["+31655510201"],
      text: "Ik vraag het na bij de werkplaats en laat het je weten.",
      at: ago(150),
      delivery: "failed",
      deliveryReason: "The number is not in use (30005).",
    }),
  ];
}

function wouters(topic: string, customer: Author): Entry[] {
  return [
    entry({
      topic,
      subject: "Factuur 2026-0914",
      author: customer,
      from: "wouters@planet.nl",
      to: ["support@loper.test"],
      cc: ["boekhouding@wouters.nl"],
      replyTo: "els@wouters.nl",
      text: "Goedemiddag,\n\nFactuur 2026-0914 klopt niet: wij hebben 2 stoelen besteld, geen 4. Kunt u een nieuwe sturen?\n\nMet vriendelijke groet,\nFamilie Wouters",
      at: ago(19),
    }),
    entry({
      topic,
      type: "system",
      channel: null,
      direction: null,
      author: { kind: "agent", id: "p-bram", name: "Bram Kuipers" },
      at: ago(15),
      event: { kind: "assigned", person: { id: "p-bram", name: "Bram Kuipers" } },
    }),
  ];
}
