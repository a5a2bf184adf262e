// Builds ../assets/00-plotly.min.js from plotly.js, and LICENSES.txt from the packages that went into it.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const modules = new URL('./node_modules/', import.meta.url);
const manifest = (name) => JSON.parse(readFileSync(new URL(`${name}/package.json`, modules)));
const { version } = manifest('plotly.js');

const banner = `/**
* plotly.js (scatter; zh-CN; minified) v${version}
* Copyright 2012-2026, Plotly, Inc.
* All rights reserved.
* Licensed under the MIT license
*/`;

const { metafile } = await build({
  entryPoints: ['plotly.entry.js'],
  outfile: '../assets/00-plotly.min.js',
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'Plotly',
  target: 'es2016', // the target of plotly.js's own builds
  define: { global: 'window', 'define.amd': 'false' },
  banner: { js: banner },
  loader: { '.css': 'empty' }, // the style sheet of the tile maps, which are not in the bundle
  metafile: true,
  logLevel: 'info',
});

function packageOf(input) {
  return input.match(/^node_modules\/((?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)/)?.[1];
}

function licenceText(name) {
  const file = readdirSync(new URL(`${name}/`, modules)).find((entry) => /^licen[cs]e/i.test(entry));
  return file ? readFileSync(new URL(`${name}/${file}`, modules), 'utf8').trim() : '';
}

function notice(name) {
  const { version, license } = manifest(name);
  return `${name.split('node_modules/').pop()} ${version} (${license})\n\n${licenceText(name)}`.trim();
}

const names = new Set(Object.keys(metafile.inputs).map(packageOf).filter(Boolean));
const notices = new Set([...names].sort().map(notice));
writeFileSync('LICENSES.txt', `${[...notices].join(`\n\n${'-'.repeat(72)}\n\n`)}\n`);
