using PropIQ.Client.Contract;
using PropIQ.Mocks.OpenAi;
using PropIQ.Simulator.Actions;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Chaos;

/// <summary>The database holds the user's rows and does not answer.</summary>
[Chaos("supabase_connection_timeout")]
internal sealed class DatabaseTimeoutChaos : ChaosScenario
{
    public override int ContractStatus => 504;

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellation)
    {
        var user = await stage.StandInAsync(cancellation);
        if (user.Visitor.Testing is not { } testing)
        {
            throw new NotPossibleException("the database can only be held through the testing interface (PROPIQ_TESTING_SECRET).");
        }

        await Usage.ReadAsync(user, cancellation);
        var stalled = await testing.StallAsync(user.Visitor.Email, 60, cancellation);
        if (!stalled.Succeeded)
        {
            throw new NotPossibleException($"the testing interface could not hold the user's rows: {stalled.Problem?.Detail ?? stalled.Unreadable}");
        }

        try
        {
            await Analysing.OneAsync(user, new PropertyToAnalyze("504 Stalled Way, Austin, TX 78701"), cancellation);
        }
        finally
        {
            await testing.ReleaseAsync(user.Visitor.Email, CancellationToken.None);
        }

        await Usage.ReadAsync(user, cancellation);
    }
}

/// <summary>Azure OpenAI answers 500.</summary>
[Chaos("openai_api_error_500")]
internal sealed class OpenAiErrorChaos : ChaosScenario
{
    public override int ContractStatus => 503;

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellation)
    {
        if (stage.Run.Target.Ai is not { } ai)
        {
            throw new NotPossibleException("only a mock Azure OpenAI can be made to fail.");
        }

        var user = await stage.StandInAsync(cancellation);
        var account = user.Visitor.AccountId ?? throw new NotPossibleException("PropIQ does not tell the account's id, by which the AI knows its callers.");
        await Usage.ReadAsync(user, cancellation);
        await ai.FailAsync(account, new AiFault(AiFaultKind.Refuses, 500), null, cancellation);
        try
        {
            await Analysing.OneAsync(user, new PropertyToAnalyze("500 Outage Ct, Austin, TX 78701"), cancellation);
        }
        finally
        {
            await ai.HealAsync(account, CancellationToken.None);
        }

        await Usage.ReadAsync(user, cancellation);
    }
}

/// <summary>A description longer than the model can read.</summary>
[Chaos("openai_token_limit_exceeded")]
internal sealed class TokenLimitChaos : ChaosScenario
{
    public override int ContractStatus => 413;

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellation)
    {
        var user = await stage.StandInAsync(cancellation);
        await Analysing.OneAsync(user, new PropertyToAnalyze("413 Verbose Ave, Austin, TX 78701", Description: new string('a', 10_001)), cancellation);
    }
}

/// <summary>Reading what was used.</summary>
internal static class Usage
{
    public static Task<CallRecord> ReadAsync(ActionContext context, CancellationToken cancellation) =>
        context.CallAsync(null, (client, token, stop) => client.GetProfileAsync(token, stop), cancellation);
}
