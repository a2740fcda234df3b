// What Veldhuis Wonen sells.

export const PRODUCTS = [
  {
    id: 'noor', price: 349, sizes: ['170 × 240', '200 × 300'], add: 200,
    nl: { nav: 'Kleden', name: 'Kleed Noor', text: 'Geweven wol uit Drenthe, met een rand van twee lijnen. Zacht, zwaar, en blijft liggen.', stock: ['Op voorraad in Utrecht.', 'Nu besteld, zaterdag thuis.'] },
    en: { nav: 'Rugs', name: 'Rug Noor', text: 'Woven wool from Drenthe with a border of two lines. Soft, heavy, and it stays where it lies.', stock: ['In stock in Utrecht.', 'Order now, at home on Saturday.'] },
  },
  {
    id: 'fjord', price: 189, sizes: ['145 cm', '165 cm'], add: 20,
    nl: { nav: 'Verlichting', name: 'Lamp Fjord', text: 'Staande lamp met een kap van linnen. Dimt met een knop die je in het donker vindt.', stock: ['Nog drie op voorraad.', 'Morgen thuis.'] },
    en: { nav: 'Lighting', name: 'Lamp Fjord', text: 'A floor lamp with a linen shade. Its dimmer is a knob you find in the dark.', stock: ['Three left in stock.', 'At home tomorrow.'] },
  },
  {
    id: 'lund', price: 1295, sizes: ['190 cm', '230 cm'], add: 300,
    nl: { nav: 'Zitten', name: 'Bank Lund', text: 'Bank voor drie in mosgroene wol. De hoezen gaan eraf en mogen in de was.', stock: ['Wordt voor je gemaakt.', 'Binnen zes weken thuis.'] },
    en: { nav: 'Seating', name: 'Sofa Lund', text: 'A sofa for three in moss green wool. The covers come off and may be washed.', stock: ['Made for you.', 'At home within six weeks.'] },
  },
  {
    id: 'arc', price: 649, sizes: ['180 × 90', '220 × 100'], add: 150,
    nl: { nav: 'Tafels', name: 'Tafel Arc', text: 'Eettafel van Europees eiken, geolied. Zes mensen passen er, acht als je ze mag.', stock: ['Op voorraad in Utrecht.', 'Bezorgd en neergezet.'] },
    en: { nav: 'Tables', name: 'Table Arc', text: 'A dining table of European oak, oiled. It seats six, or eight who like each other.', stock: ['In stock in Utrecht.', 'Delivered and put in place.'] },
  },
];

export const WORDS = {
  nl: { basket: 'Winkelmand', buy: 'In winkelmand', also: 'Ook van ons', desk: 'Naar de telefoon en de e-mail', other: 'English', note: 'Veldhuis Wonen is verzonnen, voor de demo van Loper.', noChat: 'De chat is er nog niet.', noChatHint: 'Die komt van Loper, en dat draait nog niet op {url}. Deze pagina probeert het vanzelf weer.', size: 'Maat' },
  en: { basket: 'Basket', buy: 'Add to basket', also: 'Also ours', desk: 'To the phone and the mail', other: 'Nederlands', note: 'Veldhuis Wonen is made up, for the demo of Loper.', noChat: 'The chat is not here yet.', noChatHint: 'It comes from Loper, which is not running at {url}. This page tries again by itself.', size: 'Size' },
};
