using PropIQ.Client.Contract;
using PropIQ.Mocks.OpenAi;
using PropIQ.Support.Tests.Api;

namespace PropIQ.Support.Tests.OpenApi;

/// <content>Analyses: asked for, looked up, exported, compared.</content>
internal sealed partial class Tour
{
    private const string NoSuchId = "00000000-0000-4000-8000-000000000000";

    private async Task AnalysesAsync()
    {
        using var visitor = await ArriveAsync("free", 2);
        var client = visitor.Client;
        var house = new PropertyToAnalyze("12 Elm St, Austin, TX 78701", "multi_family", 450_000, "Two units.");
        var first = await client.AnalyzeAsync(visitor.Token, house, Cancellation).Succeeds();
        await client.AnalyzeAsync(visitor.Token, house, Cancellation).Succeeds();
        var second = await client.AnalyzeAsync(visitor.Token, new PropertyToAnalyze("Café Résidence, Paris"), Cancellation).Succeeds();
        await client.AnalyzeAsync(visitor.Token, new PropertyToAnalyze("14 Elm St, Austin, TX 78701"), Cancellation).Succeeds();
        await client.AnalyzeAsync(visitor.Token, new PropertyToAnalyze("15 Elm St, Austin, TX 78701"), Cancellation).IsRefused(429, "usage_limit_reached");
        await client.GetHistoryAsync(visitor.Token, null, null, Cancellation).Succeeds();
        await client.GetHistoryAsync(visitor.Token, 2, 1, Cancellation).Succeeds();
        await client.GetHistoryAsync(visitor.Token, 0, null, Cancellation).IsRefused(422, "invalid_paging");
        await client.GetHistoryAsync(null, null, null, Cancellation).IsRefused(401, "unauthorized");
        await client.GetAnalysisAsync(visitor.Token, first.AnalysisId!, Cancellation).Succeeds();
        await client.GetAnalysisAsync(visitor.Token, NoSuchId, Cancellation).IsRefused(404, "not_found");
        await client.GetAnalysisAsync(null, NoSuchId, Cancellation).IsRefused(401, "unauthorized");
        await client.CompareAsync(visitor.Token, [first.AnalysisId!, second.AnalysisId!], Cancellation).Succeeds();
        await client.CompareAsync(visitor.Token, [first.AnalysisId!], Cancellation).IsRefused(422, "invalid_comparison");
        await client.CompareAsync(visitor.Token, [first.AnalysisId!, NoSuchId], Cancellation).IsRefused(404, "not_found");
        await client.CompareAsync(null, [], Cancellation).IsRefused(401, "unauthorized");
    }

    private async Task AnalysesRefusedAsync()
    {
        using var visitor = await ArriveAsync("elite", 100);
        var client = visitor.Client;
        await client.AnalyzeAsync(visitor.Token, new PropertyToAnalyze("1 Elm St, Austin, TX 787"), Cancellation).IsRefused(422, "invalid_address");
        await client.AnalyzeAsync(visitor.Token, new PropertyToAnalyze("1 Elm St", "castle"), Cancellation).IsRefused(422, "invalid_property_type");
        await client.AnalyzeAsync(visitor.Token, new PropertyToAnalyze("1 Elm St", null, -1), Cancellation).IsRefused(422, "invalid_price");
        await client.AnalyzeAsync(visitor.Token, new PropertyToAnalyze("1 Elm St", null, null, new string('x', 10_001)), Cancellation).IsRefused(413, "payload_too_large");
        await client.AnalyzeAsync(visitor.Token, new PropertyToAnalyze("1 Elm St"), Cancellation).IsRefused(429, "usage_limit_reached");
        await client.AnalyzeAsync(null, new PropertyToAnalyze("1 Elm St"), Cancellation).IsRefused(401, "unauthorized");
        await client.SendRawAsync("POST", "/propiq/analyze", visitor.Token, "{]", Cancellation).IsRefused(400, "malformed_json");
    }

    private async Task FaultsAsync()
    {
        using var visitor = await ArriveAsync("pro");
        await visitor.Host.Ai.FailAsync(visitor.Id, new AiFault(AiFaultKind.Refuses, 500), null, Cancellation);
        await visitor.Client.AnalyzeAsync(visitor.Token, new PropertyToAnalyze("1 Oak St"), Cancellation).IsRefused(503, "ai_unavailable");
        await visitor.Client.ChatAsync(visitor.Token, "Hello?", null, Cancellation).IsRefused(503, "ai_unavailable");
        await visitor.Host.Ai.HealAsync(visitor.Id, Cancellation);
        await visitor.Testing.StallAsync(visitor.Email, 20, Cancellation).Succeeds(204);
        await visitor.Client.AnalyzeAsync(visitor.Token, new PropertyToAnalyze("2 Oak St"), Cancellation).IsRefused(504, "database_timeout");
        await visitor.Testing.ReleaseAsync(visitor.Email, Cancellation).Succeeds(204);
        await visitor.Client.AnalyzeAsync(visitor.Token, new PropertyToAnalyze("3 Oak St"), Cancellation).Succeeds();
    }

    private async Task ExportsAsync()
    {
        using var visitor = await ArriveAsync("starter", 3);
        var client = visitor.Client;
        foreach (var format in (string[])["csv", "json", "pdf"])
        {
            await client.ExportAsync(visitor.Token, new ExportOrder(format, 5), Cancellation).Succeeds();
        }

        await client.ExportAsync(visitor.Token, new ExportOrder("docx", 5), Cancellation).IsRefused(422, "invalid_export");
        await client.ExportAsync(visitor.Token, new ExportOrder("csv", null, [NoSuchId]), Cancellation).IsRefused(404, "not_found");
        await client.ExportAsync(null, new ExportOrder("csv", 1), Cancellation).IsRefused(401, "unauthorized");
        using var free = await ArriveAsync("free", 1);
        await free.Client.ExportAsync(free.Token, new ExportOrder("csv", 1), Cancellation).IsRefused(403, "export_requires_paid_plan");
    }

    private async Task ChatAsync()
    {
        using var visitor = await ArriveAsync();
        var reply = await visitor.Client.ChatAsync(visitor.Token, "How are deals scored?", null, Cancellation).Succeeds();
        await visitor.Client.ChatAsync(visitor.Token, "And rents?", reply.ConversationId, Cancellation).Succeeds();
        await visitor.Client.ChatAsync(visitor.Token, "", null, Cancellation).IsRefused(422, "invalid_message");
        await visitor.Client.ChatAsync(visitor.Token, "Hi", NoSuchId, Cancellation).IsRefused(404, "not_found");
        await visitor.Client.ChatAsync(null, "Hi", null, Cancellation).IsRefused(401, "unauthorized");
        await visitor.Client.GetConversationAsync(visitor.Token, reply.ConversationId!, Cancellation).Succeeds();
        await visitor.Client.GetConversationAsync(visitor.Token, NoSuchId, Cancellation).IsRefused(404, "not_found");
        await visitor.Client.GetConversationAsync(null, NoSuchId, Cancellation).IsRefused(401, "unauthorized");
    }
}
