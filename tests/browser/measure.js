// What cannot be read on a wall: words cut off, words over words, words too small; and where the words stand.
async ([floor, page]) => {
  const found = [];
  const main = document.getElementById('wall');
  wall.fit(main, page);
  // The map comes a turn later than the rest.
  await null;
  const shown = (one) => one.checkVisibility() && !one.closest('.menu nav, title, #offline, .away, dialog');
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
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
  const part = (one) => one.closest('.card, .panel, .top, .status')?.textContent.trim().slice(0, 24);
  for (const { node, ink, words, size } of texts) {
    for (let at = node.parentElement; at; at = at.parentElement) {
      const svg = at.tagName === 'svg' ? at.parentElement : null;
      const box = svg ?? at;
      if (!svg && !['hidden', 'clip', 'auto'].includes(getComputedStyle(at).overflowX)) continue;
      const rect = box.getBoundingClientRect();
      if (ink.left < rect.left - 1 || ink.right > rect.right + 1 || ink.top < rect.top - 1 || ink.bottom > rect.bottom + 1) {
        found.push(`cut off: ${words} by ${box.className || box.tagName} in ${part(box)}`);
        break;
      }
    }
    if (size < floor - 0.1) found.push(`small: ${words} ${size}`);
  }
  const meet = (a, b, by) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > by && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by;
  texts.forEach((one, n) => {
    for (const other of texts.slice(n + 1)) {
      if (one.node !== other.node && meet(one.ink, other.ink, 1)) found.push(`over each other: ${one.words} / ${other.words}`);
    }
  });
  const boxes = [...main.querySelectorAll('.top, .card:not(.away), .panel:not(.away), .status')];
  boxes.forEach((one, n) => {
    const rect = one.getBoundingClientRect();
    if (rect.left < -1 || rect.top < -1 || rect.right > innerWidth + 1 || rect.bottom > innerHeight + 1) found.push(`off the screen: ${part(one)}`);
    if (!texts.some(({ node }) => one.contains(node))) found.push(`without words: ${one.className}`);
    for (const other of boxes.slice(n + 1)) if (meet(rect, other.getBoundingClientRect(), 1)) found.push(`over each other: ${part(one)} / ${part(other)}`);
  });
  for (const one of document.querySelectorAll('.panel:not(.away) .figure')) {
    if (one.clientHeight < floor * 4 || one.clientWidth < floor * 8) found.push(`no room: ${one.clientWidth} × ${one.clientHeight} in ${part(one)}`);
    if (!one.querySelector('svg *')) found.push(`not drawn: ${part(one)}`);
  }
  const inks = texts.map(({ node, ink, words }) => {
    const holder = node.parentElement;
    const style = getComputedStyle(holder);
    let alpha = holder.closest('svg') ? parseFloat(style.fillOpacity) : 1;
    for (let at = holder; at; at = at.parentElement) alpha *= parseFloat(getComputedStyle(at).opacity);
    return { ...ink, words, alpha, colour: holder.closest('svg') ? style.fill : style.color, mark: holder.matches('.arrow, .mark, .lamp') };
  });
  return { found: [...new Set(found)], inks };
}
