// Measures whole `$apply` calls of encender a second: node apply.mjs job.json
// The job is what benchmarks/fhir_plan.py makes; one line of JSON comes out, or a sentence and exit status 1.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { applyPlan, simpleResolver } from 'encender';

const require = createRequire(import.meta.url);
const version = require('encender/package.json').version;
const PATIENCE_S = 60; // beyond the time asked for; a CQL fault can leave a call unanswered

function fail(sentence) {
  console.error(`encender: ${sentence}`);
  process.exit(1);
}

// One CQL thread for all calls, where encender would otherwise start and end one in each call.
class KeptWorker {
  constructor() {
    this.thread = new Worker(require.resolve('cql-worker/src/cql-worker-thread.js'));
    this.thread.unref();
  }
  on(event, heard) { this.thread.on(event, heard); }
  postMessage(message) { this.thread.postMessage(message); }
  terminate() { this.thread.removeAllListeners('message'); }
}

function auxiliary(job) {
  const aux = job.elm ? { elmJsonDependencies: job.elm } : {};
  if (job.worker !== 'kept') return aux;
  const kept = new KeptWorker();
  return { ...aux, isNodeJs: true, WorkerFactory: () => kept };
}

function caller(job) {
  const resources = [job.patient, ...(job.observations ?? []), ...(job.activityDefinitions ?? [])];
  const resolver = simpleResolver(resources);
  const aux = auxiliary(job);
  return () => applyPlan(job.planDefinition, `Patient/${job.patient.id}`, resolver, aux);
}

function actionsOf([carePlan, requestGroup]) {
  if (carePlan?.resourceType !== 'CarePlan' || requestGroup?.resourceType !== 'RequestGroup') {
    fail('the call did not give a CarePlan and a RequestGroup.');
  }
  return requestGroup.action ?? [];
}

function check(applied, expected) {
  const got = actionsOf(applied).map(action => action.id).sort();
  const wanted = [...expected].sort();
  if (got.join() !== wanted.join()) {
    fail(`the plan has ${got.length} actions (${got.join(', ')}) where ${wanted.length} apply (${wanted.join(', ')}).`);
  }
  return got.length;
}

async function repeat(apply, seconds, expected) {
  const began = performance.now();
  let applies = 0, elapsed = 0;
  while (elapsed < seconds) {
    const applied = await apply();
    if (actionsOf(applied).length !== expected.length) check(applied, expected);
    applies += 1;
    elapsed = (performance.now() - began) / 1000;
  }
  return { applies, seconds: elapsed };
}

async function measure(job) {
  const apply = caller(job);
  const expected = job.expected ?? job.planDefinition.action.map(action => action.id);
  check(await apply(), expected);
  await repeat(apply, Math.min(1, job.seconds / 3), expected); // warm up
  const { applies, seconds } = await repeat(apply, job.seconds, expected);
  const actions_out = check(await apply(), expected);
  return { applies, seconds, per_second: applies / seconds, actions_out };
}

function read(path) {
  if (!path) fail('give the job file: node apply.mjs job.json');
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return fail(`the job file ${path} cannot be read: ${error.message}`);
  }
}

process.on('uncaughtException', error => fail(`the call failed: ${error.message}`));
const job = read(process.argv[2]);
setTimeout(() => fail(`no answer within ${job.seconds + PATIENCE_S} s.`), (job.seconds + PATIENCE_S) * 1000).unref();
const measured = await measure(job);
const run = { peer: 'encender', version, node: process.version, mode: job.mode, worker: job.worker ?? 'each' };
console.log(JSON.stringify({ ...run, ...measured }));
process.exit(0);
