/** Tracing by OpenTelemetry: spans are sent to a collector by OTLP over HTTP. Loaded only where it is asked for. */
import { diag, DiagLogLevel } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { defaultResource, resourceFromAttributes } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import type { Settings } from "../../config/settings.ts";
import { openSpans, type Spans } from "./spans.ts";

export interface Tracing {
  readonly ofRequests: Spans["ofRequests"];
  /** Sends what was not sent yet. */
  readonly close: () => Promise<void>;
}

function silent(): void {}

/** A server that ends waits no longer for a collector, in milliseconds. */
const PATIENCE = 3000;

/** `failed`: told in words when spans could not be sent. To be called before the database is opened. */
export function startTracing(
  settings: Pick<Settings, "tracing.share">,
  url: string,
  failed: (message: string) => void,
): Tracing {
  const say = (message: string) => failed(message.slice(0, 500));
  diag.setLogger({ error: say, warn: say, info: silent, debug: silent, verbose: silent }, DiagLogLevel.WARN);
  const exporter = new OTLPTraceExporter({ url: `${url.replace(/\/$/, "")}/v1/traces`, timeoutMillis: PATIENCE });
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ "service.name": "freehold" })),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(settings["tracing.share"]) }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const spans = openSpans(provider.getTracer("freehold"));
  return {
    ofRequests: spans.ofRequests,
    async close() {
      spans.end();
      // A collector that does not answer now keeps nobody from ending.
      await provider.shutdown().catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
      diag.disable();
    },
  };
}
