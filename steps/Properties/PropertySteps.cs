using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Properties;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Properties;

/// <summary>What is asked about a property, odd things too, and what comes back of it.</summary>
[Binding]
public sealed class PropertySteps(OddRequests requests, TalkativeForms forms, PropertyChecks checks, Cast cast, Lifetime lifetime)
{
    private IReadOnlyList<string> notCovered = ["nothing was analysed"];

    /// <summary>{place}: an address that a feature cannot write down.</summary>
    [StepArgumentTransformation("(an address (?:of|that|with) .+|an empty address)", Name = "place")]
    public OddAddress Address(string name) => OddAddresses.Named(name);

    [When("{person} analyses a house at {place}")]
    public Task AnalysesAt(Actor person, OddAddress address) => requests.AnalyzeAsync(person, address, lifetime.Token);

    [When("{person} analyses {string}, typed with separate accents")]
    public Task AnalysesDecomposed(Actor person, string address) =>
        requests.AnalyzeAsync(person, OddAddresses.Decomposed(address), lifetime.Token);

    [When("{person} analyses a house for {string}")]
    public Task AnalysesForWords(Actor person, string price) => requests.AnalyzeForAsync(person, price, lifetime.Token);

    [When("{person} analyses a house for a price of {int} digits")]
    public Task AnalysesForDigits(Actor person, int digits) => requests.AnalyzeForDigitsAsync(person, digits, lifetime.Token);

    [When("{person} analyses a house described in {int} letters")]
    public Task AnalysesDescribed(Actor person, int letters) => requests.AnalyzeDescribedAsync(person, letters, "d", lifetime.Token);

    [When("{person} analyses a house described in {int} Gothic letters")]
    public Task AnalysesDescribedInGothic(Actor person, int letters) => requests.AnalyzeDescribedAsync(person, letters, OddAddresses.Gothic, lifetime.Token);

    [When("{person} sends a request of 1 MiB and {int} bytes in one piece")]
    public Task SendsLarge(Actor person, int bytes) => requests.AnalyzeInLargeRequestAsync(person, bytes, inPieces: false, lifetime.Token);

    [When("{person} sends a request of 1 MiB and {int} bytes in pieces")]
    public Task SendsLargeInPieces(Actor person, int bytes) => requests.AnalyzeInLargeRequestAsync(person, bytes, inPieces: true, lifetime.Token);

    [When("{person} asks for {string} in a request that {string}")]
    public Task SendsUnreadable(Actor person, string wish, string how) => requests.SendUnreadableAsync(person, wish, how, lifetime.Token);

    [When("{person} logs in, renews, calculates, compares and asks support by forms that say more than is asked")]
    public Task SendsTalkativeForms(Actor person) => forms.SendAsync(person, lifetime.Token);

    [Then("each of {persons} forms is taken")]
    public void EachFormIsTaken(Actor person) => forms.EachShouldBeTaken(person);

    [When("{person} looks at {string} of his/her newest analyses")]
    public Task LooksAtWords(Actor person, string size) => requests.ReviewAsync(person, size, lifetime.Token);

    [When("{person} analyses a house in each of these states: {string}")]
    public async Task AnalysesInEach(Actor person, string states) =>
        notCovered = await checks.NotCoveredAsync(person, states.Split(' ', StringSplitOptions.RemoveEmptyEntries), lifetime.Token);

    [Then("each of these has full coverage")]
    public void EachHasFullCoverage() => Verdict.That(notCovered.Count == 0, $"each should have full coverage, but not: {string.Join("; ", notCovered)}");

    [Then("the analysis has {word} coverage")]
    public Task HasCoverage(string coverage) => checks.ShouldCoverAsync(cast.InFocus, coverage, lifetime.Token);

    [Then("the analysis keeps the address as {string}")]
    public Task KeepsAddressAs(string address) => checks.ShouldKeepAddressAsync(cast.InFocus, address, lifetime.Token);

    [Then("the analysis keeps the address as it was given")]
    public Task KeepsAddress() => checks.ShouldKeepAddressAsync(cast.InFocus, lifetime.Token);

    [Then("the analysis says {string}")]
    public Task Says(string summary) => checks.ShouldSayAsync(cast.InFocus, summary, lifetime.Token);

    [Then("the analysis scores {decimal} and is called {string}")]
    public Task Scores(decimal score, string rating) => checks.ShouldRateAsync(cast.InFocus, score, rating, lifetime.Token);
}
