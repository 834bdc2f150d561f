using PropIQ.Drivers.Chat;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Chat;

/// <summary>Talking with support.</summary>
[Binding]
public sealed class ChatSteps(ChatDriver chat, Cast cast, Lifetime lifetime)
{
    [Given("{person} has asked support {string}")]
    [When("{person} asks support {string}")]
    public Task Asks(Actor person, string question) => chat.SayAsync(person, question, lifetime.Token);

    [When("{person} asks support:")]
    public Task AsksAll(Actor person, DataTable questions) => chat.SayAllAsync(person, [.. questions.Rows.Select(row => row["question"])], lifetime.Token);

    [When("{person} asks support {string} {int} times")]
    public Task AsksOften(Actor person, string question, int times) => chat.SayAllAsync(person, [.. Enumerable.Repeat(question, times)], lifetime.Token);

    [Then("{persons} conversation still holds {string} and an answer alone")]
    public Task StillHolds(Actor person, string question) => chat.ShouldKeepAsync(person, [question], lifetime.Token);

    [Then("support's answer tells of {int} tokens read and {int} written")]
    public void TellsTokens(int read, int written) => chat.ShouldTellTokens(cast.InFocus, read, written);

    [Then("support has answered each question, in one conversation")]
    public Task HasAnsweredEach() => chat.ShouldHaveAnsweredEachAsync(cast.InFocus, lifetime.Token);
}
