// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// make-peers.mjs FOLDER COUNT URL KEY: the same requests as a collection of ours, of Postman's and of Bruno's.
import {mkdirSync, writeFileSync} from "node:fs";

const [folder, count, url, key] = process.argv.slice(2);
const address = `${url}/api/v2/actions/SANDBOX_ECHO/execute`;
const items = [];
mkdirSync(`${folder}/own`, {recursive: true});
mkdirSync(`${folder}/bruno`, {recursive: true});
writeFileSync(`${folder}/bruno/bruno.json`, JSON.stringify({version: "1", name: "peers", type: "collection"}));
for (let i = 0; i < Number(count); ++i) {
    const input = {number: i, title: "Found a bug", labels: ["bug", "ui"]};
    const body = {entityId: "default", input};
    writeFileSync(`${folder}/own/r${i}.action.json`, JSON.stringify({
        actionscope: 1, actionId: "SANDBOX_ECHO", ...body, expect: [{path: "$.data.input.number", equals: i}],
    }));
    items.push({
        name: `r${i}`,
        event: [{listen: "test", script: {type: "text/javascript", exec: [
            `pm.test("number", () => pm.expect(pm.response.json().data.input.number).to.eql(${i}));`,
        ]}}],
        request: {
            method: "POST", url: address, body: {mode: "raw", raw: JSON.stringify(body)},
            header: [{key: "Content-Type", value: "application/json"}, {key: "x-api-key", value: key}],
        },
    });
    writeFileSync(`${folder}/bruno/r${i}.bru`, `meta {
  name: r${i}
  type: http
  seq: ${i + 1}
}

post {
  url: ${address}
  body: json
  auth: none
}

headers {
  x-api-key: ${key}
}

body:json {
  ${JSON.stringify(body)}
}

assert {
  res.body.data.input.number: eq ${i}
}
`);
}
writeFileSync(`${folder}/newman.json`, JSON.stringify({
    info: {name: "peers", schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}, item: items,
}));
