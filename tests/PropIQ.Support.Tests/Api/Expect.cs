using FluentAssertions;
using PropIQ.Client;

namespace PropIQ.Support.Tests.Api;

/// <summary>Short ways to say what an answer should have been; a failure shows the exchange.</summary>
internal static class Expect
{
    public static async Task<T> Succeeds<T>(this Task<Answer<T>> call, int status = 200)
        where T : class
    {
        var answer = await call;
        answer.Status.Should().Be(status, "{0}", Told(answer));
        answer.Unreadable.Should().BeNull("{0}", Told(answer));
        return answer.Value!;
    }

    public static async Task<Problem> IsRefused<T>(this Task<Answer<T>> call, int status, string code)
        where T : class
    {
        var answer = await call;
        answer.Status.Should().Be(status, "{0}", Told(answer));
        answer.Unreadable.Should().BeNull("{0}", Told(answer));
        answer.Problem!.Code.Should().Be(code, "{0}", Told(answer));
        answer.Problem.ContentType.Should().Be("application/problem+json", "{0}", Told(answer));
        return answer.Problem;
    }

    private static string Told<T>(Answer<T> answer)
        where T : class => "\n" + PropIQ.Client.Reports.ExchangeText.Render(answer.Exchange);
}
