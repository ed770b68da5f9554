// Feeds a file to @xterm/headless as ThroughputBenchmark does to our terminal: 120x40, 64 KiB chunks,
// 1000 rows of scrollback. node xterm-throughput.js FILE [ROUNDS], with @xterm/headless and
// @xterm/addon-unicode11 installed under $XTERM_MODULES (a node_modules folder outside of the repository).
'use strict';
const fs = require('fs');
const path = require('path');
const modules = process.env.XTERM_MODULES || path.join(process.cwd(), 'node_modules');
globalThis.window = globalThis;
globalThis.self = globalThis;
const { Terminal } = require(path.join(modules, '@xterm/headless'));
const { Unicode11Addon } = require(path.join(modules, '@xterm/addon-unicode11'));

const CHUNK = 1 << 16;
const WARM_UP = 2;
const median = values => values.slice().sort((a, b) => a - b)[values.length >> 1];

async function round(bytes) {
  const terminal = new Terminal({ cols: 120, rows: 40, scrollback: 1000, allowProposedApi: true, logLevel: 'off' });
  terminal.loadAddon(new Unicode11Addon());
  terminal.unicode.activeVersion = '11';
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  for (let i = 0, n = 1; i < bytes.length; i += CHUNK, n++) {
    const chunk = bytes.subarray(i, i + CHUNK);
    if (n % 32 === 0) await new Promise(done => terminal.write(chunk, done));
    else terminal.write(chunk);
  }
  await new Promise(done => terminal.write('', done));
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  const used = process.cpuUsage(cpu);
  terminal.dispose();
  return [bytes.length / 1e6 / wall, bytes.length / 1e6 / ((used.user + used.system) / 1e6)];
}

async function main() {
  const bytes = fs.readFileSync(process.argv[2]);
  const rounds = [];
  for (let i = 0; i < +(process.argv[3] || 5); i++) {
    rounds.push(await round(bytes));
    console.log(rounds[i].map(x => x.toFixed(0)).join(' '));
  }
  const warm = rounds.slice(Math.min(WARM_UP, rounds.length - 1));
  console.log(`median ${median(warm.map(r => r[0])).toFixed(0)} ${median(warm.map(r => r[1])).toFixed(0)} MB/s (wall, CPU)`);
}

main();
