using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Mingzhang.Portal.Hosting;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Mingzhang.Portal.Mcp;

/// <summary>经 HTTP 的模型上下文协议：one request, one answer, no session, nothing kept between them.</summary>
internal static class McpOverHttp
{
    private const int MostBytes = 8 * 1024;

    public static async Task Send(HttpContext context, Site site)
    {
        if (!context.Request.HasJsonContentType())
        {
            await Refuse(context, -32700, "not JSON", StatusCodes.Status415UnsupportedMediaType);
            return;
        }

        JsonRpcMessage? message;
        try
        {
            message = context.Request.ContentLength > MostBytes ? null : await JsonSerializer.DeserializeAsync(context.Request.Body, (System.Text.Json.Serialization.Metadata.JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage)), context.RequestAborted);
        }
        catch (JsonException)
        {
            message = null;
        }

        if (message is null)
        {
            await Refuse(context, -32700, "not a message of JSON-RPC");
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/event-stream";
        await using var transport = new StreamableHttpServerTransport { Stateless = true };
        await using var server = McpServer.Create(transport, McpHost.Options(site, site.Address(context.Request)));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var running = server.RunAsync(stop.Token);
        try
        {
            if (!await transport.HandlePostRequestAsync(message, context.Response.Body, context.RequestAborted))
            {
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                context.Response.ContentType = null;
            }
        }
        catch (JsonException) when (!context.Response.HasStarted)
        {
            // A greeting is read before it is handed on, so its parameters fail here.
            await Refuse(context, -32602, "the parameters cannot be read");
        }

        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // It ends because its one request is answered.
        }
    }

    private static Task Refuse(HttpContext context, int code, string why, int status = StatusCodes.Status400BadRequest)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{\"jsonrpc\":\"2.0\",\"error\":{{\"code\":{code},\"message\":\"{why}\"}},\"id\":null}}"), context.RequestAborted);
    }
}
