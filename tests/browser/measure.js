// What cannot be read on a wall: words cut off, words over words, words too small or too faint.
(floor) => {
  const found = [];
  const shown = (one) => one.checkVisibility() && !one.closest('.menu nav, title, #offline, .away, dialog');
  const walker = document.createTreeWalker(document.getElementById('wall'), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || !shown(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      // The box of a line is taller than its letters.
      const ink = { left: rect.left + 1, right: rect.right - 1, top: rect.top + rect.height * 0.24, bottom: rect.bottom - rect.height * 0.22 };
      texts.push({ node, ink, words: node.data.trim().slice(0, 30), size: parseFloat(getComputedStyle(node.parentElement).fontSize) });
    }
  }
  const colour = (text) => {
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
    return { rgb: [r, g, b], a };
  };
  const light = (rgb) => rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const { rgb, a } = colour(getComputedStyle(at).backgroundColor);
      if (a === 1) return rgb;
    }
    return [255, 255, 255];
  };
  for (const { node, ink, words, size } of texts) {
    const holder = node.parentElement;
    for (let at = holder; at; at = at.parentElement) {
      const svg = at.tagName === 'svg' ? at.parentElement : null;
      const box = svg ?? at;
      if (!svg && !['hidden', 'clip', 'auto'].includes(getComputedStyle(at).overflowX)) continue;
      const rect = box.getBoundingClientRect();
      if (ink.left < rect.left - 1 || ink.right > rect.right + 1 || ink.top < rect.top - 1 || ink.bottom > rect.bottom + 1) {
        found.push(`cut off: ${words} by ${box.className || box.tagName} in ${box.closest('.card, .panel, .top, .status')?.textContent.trim().slice(0, 24)}`);
        break;
      }
    }
    if (size < floor - 0.1) found.push(`small: ${words} ${size}`);
    const style = getComputedStyle(holder);
    const mark = holder.closest('.arrow, .mark, .lamp');
    const ink2 = light(colour(holder.closest('svg') ? style.fill : style.color).rgb);
    const back = light(ground(holder));
    const ratio = (Math.max(ink2, back) + 0.05) / (Math.min(ink2, back) + 0.05);
    if (ratio < (mark ? 3 : 7)) found.push(`faint: ${words} ${ratio.toFixed(1)}`);
  }
  texts.forEach((one, n) => {
    for (const other of texts.slice(n + 1)) {
      if (one.node === other.node) continue;
      const [a, b] = [one.ink, other.ink];
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1) {
        found.push(`over each other: ${one.words} / ${other.words}`);
      }
    }
  });
  for (const one of document.querySelectorAll('.panel:not(.away) .figure')) {
    if (one.clientHeight < floor * 4 || one.clientWidth < floor * 8) found.push(`no room: ${one.clientWidth} × ${one.clientHeight} in ${one.closest('.panel').textContent.trim().slice(0, 24)}`);
  }
  return [...new Set(found)];
}
