/**
 * Spans of what happens: requests by hooks of Fastify, the rest by channels of Node's diagnostics, on which the store,
 * sources and jobs tell what they do. What is done within a request or job has its span as parent, by the chain of
 * calls. Nothing that people wrote is in a span: routes and not addresses, statements without parameters, commands of
 * git without arguments, kinds of errors without words.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe, tracingChannel, unsubscribe } from "node:diagnostics_channel";
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import type { RanStatement } from "@freehold/store";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

export interface Spans {
  readonly ofRequests: (app: FastifyInstance) => void;
  /** From now on nothing is listened to. */
  readonly end: () => void;
}

export function openSpans(tracer: Tracer): Spans {
  const current = new AsyncLocalStorage<Span>();
  const follow = openFollowing(tracer, current);
  const ends = [
    follow("freehold.job", SpanKind.CONSUMER, ({ kind, id, attempts }) => ({
      name: `job ${text(kind)}`,
      attributes: { "freehold.job.id": text(id), "freehold.job.attempt": Number(attempts) },
    })),
    follow("freehold.process", SpanKind.INTERNAL, ({ program, command }) => ({
      name: `${text(program)} ${text(command)}`,
      attributes: { "process.executable.name": text(program) },
    })),
    followStatements(tracer, current),
  ];
  return {
    ofRequests: (app) => followRequests(app, tracer, current),
    end() {
      for (const end of ends) end();
    },
  };
}

type Current = AsyncLocalStorage<Span>;

function within(current: Current): Context {
  const parent = current.getStore();
  return parent === undefined ? ROOT_CONTEXT : trace.setSpan(ROOT_CONTEXT, parent);
}

interface Described {
  readonly name: string;
  readonly attributes: Attributes;
}

/** What calls of one tracing channel become; the function that it gives ends it. */
function openFollowing(tracer: Tracer, current: Current) {
  return (name: string, kind: SpanKind, describe: (told: Readonly<Record<string, unknown>>) => Described) => {
    const spans = new WeakMap<object, Span>();
    const channel = tracingChannel<Span, Record<string, unknown>>(name);
    channel.start.bindStore(current, (told) => {
      const { name: of, attributes } = describe(told);
      const span = tracer.startSpan(of, { kind, attributes }, within(current));
      spans.set(told, span);
      return span;
    });
    const handlers = {
      error: (told: Record<string, unknown>) => failed(spans.get(told), kindOf(told["error"])),
      asyncEnd: (told: object) => spans.get(told)?.end(),
      // Node wants all five.
      start: () => undefined,
      end: () => undefined,
      asyncStart: () => undefined,
    };
    channel.subscribe(handlers);
    return () => {
      channel.unsubscribe(handlers);
      channel.start.unbindStore(current);
    };
  };
}

/** A statement is told when it ran. Those of no request and no job, as of loops that look for work, are left out. */
function followStatements(tracer: Tracer, current: Current): () => void {
  const listen = (told: unknown) => {
    if (current.getStore() === undefined) return;
    const { engine, text: statement, milliseconds, times, error } = told as RanStatement;
    const operation = /^\W*(\w+)/.exec(statement)?.[1]?.toLowerCase() ?? "statement";
    const end = Date.now();
    const attributes: Attributes = {
      "db.system.name": engine,
      "db.operation.name": operation,
      "db.query.text": statement.slice(0, LONGEST_STATEMENT),
      ...(times === undefined ? {} : { "db.operation.batch.size": times }),
    };
    const began = { kind: SpanKind.CLIENT, attributes, startTime: end - milliseconds };
    const span = tracer.startSpan(operation, began, within(current));
    if (error !== undefined) failed(span, error);
    span.end(end);
  };
  subscribe("freehold.statement", listen);
  return () => void unsubscribe("freehold.statement", listen);
}

/** A statement for many rows repeats itself. */
const LONGEST_STATEMENT = 2000;

function followRequests(app: FastifyInstance, tracer: Tracer, current: Current): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  const incoming = new W3CTraceContextPropagator();
  const header = { get: (of: FastifyRequest["headers"], key: string) => of[key], keys: Object.keys };
  app.addHook("onRequest", (request, _reply, done) => {
    const { url: route = "none" } = request.routeOptions;
    const attributes = { "http.request.method": request.method, "http.route": route };
    const parent = incoming.extract(ROOT_CONTEXT, request.headers, header);
    const span = tracer.startSpan(`${request.method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
    spans.set(request, span);
    current.run(span, done);
  });
  // A body that was read comes from the connection, whose chain of calls is another one.
  app.addHook("preValidation", (request, _reply, done) => {
    const span = spans.get(request);
    if (span === undefined) done();
    else current.run(span, done);
  });
  app.addHook("onResponse", async (request: FastifyRequest, reply: FastifyReply) => {
    const span = spans.get(request);
    span?.setAttributes({ "http.response.status_code": reply.statusCode, "freehold.request.id": request.id });
    if (reply.statusCode >= 500) failed(span, String(reply.statusCode));
    span?.end();
  });
  app.addHook("onRequestAbort", async (request) => {
    const span = spans.get(request);
    failed(span, "aborted");
    span?.end();
  });
}

function failed(span: Span | undefined, kind: string): void {
  span?.setAttribute("error.type", kind).setStatus({ code: SpanStatusCode.ERROR });
}

/** The code of an error, or its name; its words may hold what people wrote. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return "error";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
