using System.Net;
using System.Text.Json;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Tests;

/// <summary>Answers as a PropIQ may give them, whole and right unless a test says otherwise.</summary>
internal static class Made
{
    /// <summary>When everything here was made.</summary>
    public static readonly DateTimeOffset Then = new(2030, 3, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A person with a way to PropIQ that nobody takes.</summary>
    public static Actor Person(string name = "Paula") => new(name, () => new PropIqClient(new ClientOptions(new Uri("http://propiq.test"))));

    /// <summary>An exchange; null is an answer of no type.</summary>
    public static Exchange Exchange(int status = 200, string? type = "application/json", DateTimeOffset? at = null, TimeSpan took = default) => new(
        "POST", new Uri("http://propiq.test/"), [], null, (HttpStatusCode)status, type is null ? [] : [new("Date", "today"), new("Content-Type", type)], null, at ?? Then, took, null);

    /// <summary>An attempt that gave this.</summary>
    public static Attempt<T> Worked<T>(T value, string what = "try it", Exchange? exchange = null)
        where T : class => new(what, new Answer<T>(exchange ?? Exchange(), value, null, null));

    /// <summary>An attempt that was refused so.</summary>
    public static Attempt<T> Refused<T>(Problem problem, string what = "try it", TimeSpan took = default)
        where T : class => new(what, new Answer<T>(Exchange(problem.Status, problem.ContentType, took: took), null, problem, null));

    /// <summary>A refusal with all that the contract promises of one, and with what else it says in JSON.</summary>
    public static Problem Problem(int status, string? code, string? detail = null, string members = "{}") =>
        new(status, code, "Refused", detail, JsonElement.Parse(members).EnumerateObject().ToDictionary(member => member.Name, member => member.Value), null, "application/problem+json")
        {
            Type = "about:blank",
            StatusRepeated = status,
        };

    /// <summary>An analysis of which nothing is left out.</summary>
    public static Analysis Analysis(string? id = "a-1", string address = "12 Elm St, Austin, TX 78701") => new(
        id, address, "condo", 300_000m, 71m, "Good", "A fine house.", JsonElement.Parse("""{"cap_rate": 6.1}"""), "gpt-4o-mini", new TokenCount(900, 300), 0.000315m,
        new Usage(3, 5, 2, Then.AddDays(17)), false, "full", null, Then);

    /// <summary>A profile, by its plan and the state of its subscription.</summary>
    public static Profile Profile(string? tier = "pro", string? status = "active", DateTimeOffset? resetsAt = null) =>
        new("u-1", "paula@propiq.test", "Paula", "Simulated", tier, status, null, new Usage(3, 60, 57, resetsAt ?? Then));

    /// <summary>Notes analyses as what a person tried, one after the other.</summary>
    public static Actor Having(this Actor actor, params Analysis[] analyses)
    {
        foreach (var analysis in analyses)
        {
            actor.Journal.Add(Worked(analysis, $"analyse \"{analysis.Address}\""));
        }

        return actor;
    }

    /// <summary>Notes an attempt as what a person tried last.</summary>
    public static Actor Having<T>(this Actor actor, Attempt<T> attempt)
        where T : class
    {
        actor.Journal.Add(attempt);
        return actor;
    }

    /// <summary>Notes attempts as made together.</summary>
    public static Actor HavingTogether<T>(this Actor actor, params Attempt<T>[] batch)
        where T : class
    {
        actor.Journal.AddBatch(batch);
        return actor;
    }
}
