using PropIQ.Drivers.Chat;
using PropIQ.Drivers.Properties;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Chat;

/// <summary>How much can be said to support, and what is remembered of it.</summary>
[Binding]
public sealed class ConversationSteps(ChatDriver chat, AiWitness ai, Cast cast, Lifetime lifetime)
{
    [When("{person} asks support in {int} letters")]
    public Task AsksInLetters(Actor person, int letters) => chat.SayAsync(person, new string('q', letters), lifetime.Token);

    [When("{person} asks support in {int} Gothic letters")]
    public Task AsksInGothicLetters(Actor person, int letters) =>
        chat.SayAsync(person, string.Concat(Enumerable.Repeat(OddAddresses.Gothic, letters)), lifetime.Token);

    [When("{person} goes on with a conversation that never was")]
    public Task GoesOnNowhere(Actor person) => chat.SayNowhereAsync(person, "Where were we?", lifetime.Token);

    [When("{person} asks support {string} and {string} at the same moment")]
    public Task AsksTogether(Actor person, string one, string other) => chat.SayTogetherAsync(person, one, other, lifetime.Token);

    [Then("{persons} conversation keeps all that was asked and answered")]
    public Task KeepsAll(Actor person) => chat.ShouldKeepAllAsync(person, lifetime.Token);

    [When("{person} begins another conversation with {string}")]
    public Task BeginsAnother(Actor person, string question) => chat.BeginAnotherAsync(person, question, lifetime.Token);

    [Then("that is another conversation")]
    public Task IsAnother() => chat.ShouldBeAnotherAsync(cast.InFocus, lifetime.Token);

    [Then("the AI was told nothing of {string}")]
    public Task WasToldNothing(string passage) => ai.ShouldNotHaveBeenToldAsync(cast.InFocus, passage, lifetime.Token);

    [When("{person} opens a conversation that never was")]
    public Task OpensNowhere(Actor person) => chat.ReadAsync(person, Guid.NewGuid().ToString(), lifetime.Token);

    [Then("the AI was reminded of all that was said before {string}")]
    public async Task WasReminded(string question)
    {
        var said = await chat.SaidAsync(cast.InFocus, lifetime.Token);
        await ai.ShouldHaveBeenToldAsync(cast.InFocus, [.. said.TakeWhile(message => message != question), question], lifetime.Token);
    }

    [Then("{persons} conversation keeps:")]
    public Task Keeps(Actor person, DataTable questions) =>
        chat.ShouldKeepAsync(person, [.. questions.Rows.Select(row => row["question"])], lifetime.Token);
}
