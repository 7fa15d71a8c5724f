// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every peer script needs: the sandbox's address, an upstream on loopback, and cases that run in their order.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";

export const apiKey = process.env.COMPOSIO_API_KEY;
export const baseUrl = process.env.COMPOSIO_BASE_URL;

export function installedVersion(name) {
  const lock = createRequire(import.meta.url)("./package-lock.json");
  return lock.packages[`node_modules/${name}`].version;
}

// A request without an SDK, for what an SDK has no words for.
export async function plain(method, path, body) {
  const answer = await fetch(baseUrl + path, {
    method,
    headers: { "x-api-key": apiKey, "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

// As a person does in the browser.
export async function allowConnection(link) {
  const answer = await fetch(link, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "decision=allow",
  });
  return answer.status;
}

export function md5(bytes) {
  return createHash("md5").update(bytes).digest("hex");
}

// Answers each request with what it got.
export async function startUpstream() {
  const server = createServer((request, response) => {
    const pieces = [];
    request.on("data", (piece) => pieces.push(piece));
    request.on("end", () => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({
        method: request.method,
        url: request.url,
        headers: request.headers,
        body: Buffer.concat(pieces).toString(),
      }));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

export async function runCases(cases) {
  let failed = 0;
  for (const [name, run] of Object.entries(cases)) {
    try {
      await run();
      console.log(`ok    ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL  ${name}\n${error.stack}\n${JSON.stringify(error)}`);
    }
  }
  process.exit(failed === 0 ? 0 : 1);
}
