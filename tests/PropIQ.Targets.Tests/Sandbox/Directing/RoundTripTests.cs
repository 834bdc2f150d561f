using System.Reflection;
using FluentAssertions;
using PropIQ.Sandbox.Directing;
using Xunit;

namespace PropIQ.Targets.Tests.Sandbox.Directing;

/// <summary>Every member of every interface of a director goes over the way: arguments there, the answer back.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string, string, bool> Members()
    {
        var members = new TheoryData<string, string, bool>();
        foreach (var service in DirectorServices.All)
        {
            foreach (var member in service.Interface.GetMethods())
            {
                members.Add(service.Name, member.Name, false);
                members.Add(service.Name, member.Name, true);
            }
        }

        return members;
    }

    [Fact]
    public void Whatever_a_director_has_can_be_reached()
    {
        var director = new StagedDirector((_, _) => Task.CompletedTask);
        var has = typeof(IDirector).GetProperties().Select(property => property.GetValue(director)).Append(director.Sandbox);

        DirectorServices.All.Select(service => service.In(director)).Should().BeEquivalentTo(has, options => options.ComparingByValue<object>());
    }

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Arguments_and_answers_arrive_as_they_were(string service, string name, bool sparse)
    {
        var member = DirectorServices.All.Single(each => each.Name == service).Interface.GetMethod(name)!;
        var arguments = member.GetParameters()[..^1].Select(parameter => MadeUp.Of(parameter.ParameterType, new NullabilityInfoContext().Create(parameter), sparse)).ToArray();
        var answer = AnswerOf(member, sparse);
        (MethodInfo Member, object?[] Arguments)? called = null;
        await using var bridge = await Bridge.ToAsync((asked, given) =>
        {
            called = (asked, given);
            return TaskOf(member, answer);
        });

        var there = DirectorServices.All.Single(each => each.Name == service).In(bridge.Remote);
        var task = (Task)member.Invoke(there, [.. arguments, TestContext.Current.CancellationToken])!;
        await task;

        called!.Value.Member.Should().BeSameAs(member);
        called.Value.Arguments[..^1].Should().BeEquivalentTo(arguments, options => options.WithStrictOrdering().RespectingRuntimeTypes().ComparingByValue<Uri>());
        if (member.ReturnType.IsGenericType)
        {
            var back = member.ReturnType.GetProperty("Result")!.GetValue(task);
            back.Should().BeEquivalentTo(answer, options => options.WithStrictOrdering().RespectingRuntimeTypes());
        }
    }

    private static object? AnswerOf(MethodInfo member, bool sparse) => member.ReturnType.IsGenericType
        ? MadeUp.Of(member.ReturnType.GenericTypeArguments[0], new NullabilityInfoContext().Create(member.ReturnParameter).GenericTypeArguments[0], sparse)
        : null;

    private static Task TaskOf(MethodInfo member, object? answer) => member.ReturnType.IsGenericType
        ? (Task)typeof(Task).GetMethod(nameof(Task.FromResult))!.MakeGenericMethod(member.ReturnType.GenericTypeArguments[0]).Invoke(null, [answer])!
        : Task.CompletedTask;
}
