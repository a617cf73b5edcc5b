/** Still pictures as SVG; ffmpeg draws them through librsvg. */

const width = 640;
const height = 360;

const colours = [
  { disk: '#2a7f7a', ring: '#8be0d8' },
  { disk: '#96421d', ring: '#f7b594' },
];

/** The scene of a conversation at night by the sea: one disk for each speaker, the one who speaks is lit. */
export function speakerPicture(speakers: readonly string[], speaking: number): string {
  const disks = speakers.map((name, index) => {
    const x = (width * (index + 1)) / (speakers.length + 1);
    const lit = index === speaking;
    const colour = colours[index % colours.length] ?? { disk: '#444', ring: '#999' };
    const ring = lit ? `<circle cx="${x}" cy="170" r="66" fill="none" stroke="${colour.ring}" stroke-width="6"/>` : '';
    return `<g opacity="${lit ? 1 : 0.45}">${ring}<circle cx="${x}" cy="170" r="56" fill="${colour.disk}"/>
${text(x, 188, 48, name.slice(0, 1), '#fff', 500)}${text(x, 266, 20, name, '#fff', lit ? 700 : 400)}</g>`;
  });
  return svg(`${coast()}${disks.join('')}`);
}

export function plainPicture(title: string): string {
  return svg(`${coast()}${text(width / 2, 190, 24, title, '#fff', 500)}`);
}

export function advertPicture(seconds: number): string {
  return svg(
    `<rect width="${width}" height="${height}" fill="#6b4e00"/>${text(width / 2, 180, 44, 'Rope, sold by the metre', '#ffe9a8', 700)}${text(width / 2, 230, 20, `An advert of ${seconds} seconds`, '#ffe9a8', 400)}`,
  );
}

function coast(): string {
  return `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#0d1724"/><stop offset="1" stop-color="#24384c"/></linearGradient></defs>
<rect width="${width}" height="${height}" fill="url(#sky)"/><circle cx="320" cy="62" r="24" fill="#e9e2c6"/><circle cx="330" cy="56" r="22" fill="#101c2a"/>
<path d="M0 300 Q80 288 160 300 T320 300 T480 300 T640 300 V360 H0 Z" fill="#16303f"/><path d="M0 316 Q80 306 160 316 T320 316 T480 316 T640 316 V360 H0 Z" fill="#0f2430"/>`;
}

function text(x: number, y: number, size: number, content: string, fill: string, weight: number): string {
  const safe = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}" font-family="Roboto, DejaVu Sans, sans-serif" font-size="${size}" font-weight="${weight}" text-anchor="middle" fill="${fill}">${safe}</text>`;
}

function svg(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
}
