// Words that are faint or hidden, from two pictures of the same screen: with the words, and with what is painted behind them.
async ([inks, told, bare]) => {
  const LARGEST = 0.1;
  const pixels = async (image) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(image), (one) => one.charCodeAt(0))]));
    const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d', { willReadFrequently: true });
    pen.drawImage(picture, 0, 0);
    return pen;
  };
  const [words, ground] = [await pixels(told), await pixels(bare)];
  const linear = Float64Array.from({ length: 256 }, (_, v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
  const light = ([r, g, b]) => 0.2126 * linear[r] + 0.7152 * linear[g] + 0.0722 * linear[b];
  const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const found = [];
  for (const { left, top, right, bottom, words: text, alpha, colour, mark } of inks) {
    const box = [Math.round(left), Math.round(top), Math.max(1, Math.round(right - left)), Math.max(1, Math.round(bottom - top))];
    const [over, under] = [words, ground].map((pen) => pen.getImageData(...box).data);
    const [r, g, b, own = 1] = colour.match(/[\d.]+/g).map(Number);
    const least = mark ? 3 : 7;
    const seen = [];
    let clearest = 1;
    for (let at = 0; at < under.length; at += 4) {
      const back = [under[at], under[at + 1], under[at + 2]];
      const ink = [r, g, b].map((v, n) => Math.round(v * own * alpha + back[n] * (1 - own * alpha)));
      seen.push(ratio(light(ink), light(back)));
      clearest = Math.max(clearest, ratio(light([over[at], over[at + 1], over[at + 2]]), light(back)));
    }
    seen.sort((a, b) => a - b);
    // A line of the grid that passes behind a word does not hide it.
    const worst = seen[Math.floor(seen.length * LARGEST)];
    if (worst < least) found.push(`faint: ${text} ${worst.toFixed(1)}`);
    if (clearest < 2) found.push(`hidden: ${text}`);
  }
  return [...new Set(found)];
}
