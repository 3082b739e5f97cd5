using TechLeakageBot.Delivery;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>Direct Line 3.0 at <c>/directline</c>, and the chat page at <c>/</c> that speaks it.</summary>
internal static class DirectLineFeature
{
    /// <summary>The channel's name in keys and rows.</summary>
    public const string Channel = "directline";

    /// <summary>The path that clients are given as their domain, and the one of the original service.</summary>
    private static readonly string[] Prefixes = ["/directline", "/v3/directline"];

    public static void AddDirectLine(this WebApplicationBuilder builder)
    {
        var settings = DirectLineSettings.Of(builder.Configuration);
        var origins = new Origins(RunMode.Of(builder.Configuration), settings);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(origins);
        builder.Services.AddCors(cors => cors.AddPolicy(Origins.CorsPolicy, origins.Describe));
        builder.Services.AddChatPage();
        builder.Services.AddSingleton<ConversationTokens>();
        builder.Services.AddSingleton<Gate>();
        builder.Services.AddSingleton<ConversationHub>();
        builder.Services.AddSingleton<ActivityPages>();
        builder.Services.AddSingleton<Conversations>();
        builder.Services.AddSingleton<ActivityStream>();
        builder.Services.AddSingleton<IRoad, DirectLineRoad>();
    }

    public static void MapDirectLine(this WebApplication app)
    {
        app.UseWebSockets(ActivityStream.SocketOptions);
        app.UseCors();
        foreach (var prefix in Prefixes)
        {
            var group = app.MapGroup(prefix).RequireCors(Origins.CorsPolicy).AddEndpointFilter(Origins.RefuseOthers);
            group.MapPost("/tokens/generate", TokenEndpoints.GenerateAsync);
            group.MapPost("/tokens/refresh", TokenEndpoints.RefreshAsync);
            group.MapPost("/conversations", ConversationEndpoints.StartAsync);
            group.MapGet("/conversations/{id}", ConversationEndpoints.ReconnectAsync);
            group.MapGet("/conversations/{id}/activities", ActivityEndpoints.GetAsync);
            group.MapPost("/conversations/{id}/activities", ActivityEndpoints.PostAsync);
            group.MapPost("/conversations/{id}/upload", UploadEndpoint.PostAsync);
            group.MapGet("/conversations/{id}/stream", StreamEndpoint.GetAsync);
        }

        app.MapChatPage();
    }
}
