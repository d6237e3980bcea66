using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Mingzhang.App.Serving;

/// <summary>遥测：traces of requests and of the database, metrics of the framework, and the log, to a collector of the operator's own. What could tell who asked and for what is taken off first.</summary>
internal sealed class Telemetry : IDisposable
{
    private const string Service = "mingzhang";

    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "Npgsql", Portal.Hosting.Alarms.MeterName];

    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    /// <summary>开始。</summary>
    /// <param name="collector">Address of the collector, such as http://127.0.0.1:4318.</param>
    /// <param name="logging">The log, which is sent there, too.</param>
    public Telemetry(Uri collector, ILoggingBuilder logging)
    {
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource()).AddSource("Microsoft.AspNetCore", "Npgsql").AddProcessor(new Anonymous()).AddOtlpExporter(o => Send(o, collector, "v1/traces")).Build()!;
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource()).AddMeter(Meters).AddOtlpExporter(o => Send(o, collector, "v1/metrics")).Build()!;
        logging.AddOpenTelemetry(o => o.SetResourceBuilder(Resource()).AddOtlpExporter(e => Send(e, collector, "v1/logs")));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    private static ResourceBuilder Resource() => ResourceBuilder.CreateDefault().AddService(Service, serviceVersion: Commands.Messages.Version);

    private static void Send(OtlpExporterOptions options, Uri collector, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path);
    }

    // Readers are not followed: neither what they looked for nor with what or from where leaves the server.
    private sealed class Anonymous : BaseProcessor<Activity>
    {
        private static readonly string[] Personal = ["url.query", "user_agent.original", "client.address", "network.peer.address"];

        public override void OnEnd(Activity data)
        {
            foreach (var tag in Personal)
            {
                data.SetTag(tag, null);
            }
        }
    }
}
