using System.Diagnostics;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Calculator;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Limits;

/// <summary>
/// The rate limit of callers without a session, by network address (contract, 7.1). It runs on the machine's clock, so a
/// burst counts only when it was over within a second; one that was not is fired anew from another address.
/// </summary>
public sealed class AnonymousLimits(PropIqUnderTest propIq, Cast cast)
{
    private const string Bursts = "bursts: so many requests were never answered within a second here";
    private const string Login = "a login";
    private const string TokensAndPrices = "new tokens, and now and then the prices";
    private const int PriceEach = 3;
    private const int MostTries = 8;
    private static readonly string[] Various = ["the prices", "a calculation", "the service's health"];
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    // Whole seconds, and where it is a date, whole seconds of the clock: rounding up may add another.
    private static readonly TimeSpan LongestWait = Window + TimeSpan.FromSeconds(1);
    private static readonly KnownRefusal TooMany = Refusals.Because("there were too many requests");
    private readonly List<(string? Code, int Status, IAttempt Attempt)> burst = [];
    private IAttempt? elsewhere;
    private string asked = "";

    /// <summary>Asks for the same thing so often within one second from one address; <paramref name="disguised"/>: each time claiming another.</summary>
    public async Task FireAsync(string what, int count, bool disguised, CancellationToken cancellationToken)
    {
        asked = what;
        for (var tried = 0; tried < MostTries; tried++)
        {
            using var client = cast.Connect();
            using var other = cast.Connect();

            // Opens the first connections where nothing is counted.
            await Task.WhenAll(client.GetHealthAsync(cancellationToken), other.GetHealthAsync(cancellationToken));
            var start = Stopwatch.GetTimestamp();
            var answers = await Task.WhenAll(Enumerable.Range(1, count).Select(number => Task.Run(
                () => client.SendRawAsync(Request(what, number, disguised), cancellationToken), cancellationToken)));
            elsewhere = new Attempt<RawText>($"ask for {what}", await other.SendRawAsync(Request(what, count, disguised: false), cancellationToken));
            if (Stopwatch.GetElapsedTime(start) < Window || answers.Any(answer => answer.Status == 0))
            {
                burst.Clear();
                burst.AddRange(answers.Select(answer => (answer.Problem?.Code, answer.Status, (IAttempt)new Attempt<RawText>($"ask for {what}", answer))));
                return;
            }
        }

        throw new MissingCapabilityException(Bursts);
    }

    /// <summary>Somebody at another address was answered within the same second.</summary>
    public void ElsewhereShouldBeAnswered() =>
        Verdict.That(elsewhere is not null && IsAnswered(elsewhere.Problem?.Code, elsewhere), $"a passer-by at another address should be answered, but {elsewhere?.Outcome ?? "nothing was asked"}");

    /// <summary>Exactly so many were answered, the rest refused as too many.</summary>
    public void ExactlyShouldBeAnswered(int count)
    {
        var answered = burst.Count(each => IsAnswered(each.Code, each.Attempt));
        Verdict.That(answered == count, $"exactly {count} of {burst.Count} should be answered, but {answered} were ({Outcomes()})");
        foreach (var each in burst.Where(each => !IsAnswered(each.Code, each.Attempt)))
        {
            var problem = TooMany.ShouldBeTheOutcomeOf("a passer-by", each.Attempt);
            Verdict.That(problem.RetryAfter <= LongestWait, $"a passer-by should have to wait for two seconds at most, but for {problem.RetryAfter}");
        }
    }

    /// <summary>None was refused as too many; each got a proper answer.</summary>
    public void NoneShouldBeTooMany()
    {
        Verdict.That(burst.Count > 0, "nothing was asked");
        var amiss = burst.FirstOrDefault(each => !IsProper(each.Code, each.Attempt));
        Verdict.That(amiss.Attempt is null, $"none should be refused as too many, and each be answered for itself, but: {Outcomes()}");
    }

    // A login of nobody's is answered when it is called wrong.
    private bool IsAnswered(string? code, IAttempt attempt) => asked == Login ? code == "invalid_credentials" : attempt.Succeeded;

    // An empty form and a made-up token have a refusal of their own.
    private bool IsProper(string? code, IAttempt attempt) => asked switch
    {
        "an account" => code == "validation_failed",
        "new tokens" => code == "invalid_refresh_token",
        TokensAndPrices => code == "invalid_refresh_token" || Says(attempt, "starter"),
        _ => Says(attempt, "status"),
    };

    private static bool Says(IAttempt attempt, string word) => attempt.Succeeded && attempt.Exchange.ResponseBody?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    private static string One(string what, int number) => what switch
    {
        "one thing and another" => Various[number % Various.Length],
        TokensAndPrices => number % PriceEach == 0 ? "the prices" : "new tokens",
        _ => what,
    };

    private string Outcomes() => string.Join("; ", burst.GroupBy(each => each.Attempt.Outcome).Select(group => $"{group.Count()} × {group.Key}"));

    private RawRequest Request(string what, int number, bool disguised)
    {
        var request = One(what, number) switch
        {
            "the prices" => new RawRequest("GET", "/pricing"),
            "a calculation" => new RawRequest("POST", "/propiq/calculator")
                .WithText(DealSheet.JsonOfUsual(propIq.Wire, "rent", "2500")),
            "the front page" => new RawRequest("GET", "/"),
            "the service's health" => new RawRequest("GET", "/propiq/health"),
            "PropIQ's health" => new RawRequest("GET", "/health"),
            Login => new RawRequest("POST", "/auth/login").WithText($$"""{"email":"{{GuessingDriver.Nobody()}}","password":"Wrong-guess-1"}"""),
            "an account" => new RawRequest("POST", "/auth/signup").WithText("{}"),
            "new tokens" => new RawRequest("POST", "/auth/refresh").WithText($$"""{"{{propIq.Wire.ToWire("refresh_token")}}":"made-up"}"""),
            _ => throw new ArgumentException($"Nothing that a passer-by asks for is called \"{what}\"."),
        };
        return disguised ? request.WithHeader("X-Forwarded-For", $"203.0.113.{number}") : request;
    }
}
