// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sandbox's description of itself, held against the OpenAPI specification by somebody else's validator.
import assert from "node:assert/strict";
import { Validator } from "@seriousme/openapi-schema-validator";
import { baseUrl, runCases } from "./cases.mjs";

const cases = {
  async "the description is valid OpenAPI 3.1, and needs no key"() {
    const answer = await fetch(`${baseUrl}/openapi.json`);
    assert.equal(answer.status, 200);
    const validator = new Validator();
    const result = await validator.validate(await answer.json());
    assert.ok(result.valid, JSON.stringify(result.errors, null, 1));
    assert.equal(validator.version, "3.1");
    assert.ok(validator.resolveRefs().paths["/api/v2/actions/{actionId}/execute"]);
  },
};

await runCases(cases);
