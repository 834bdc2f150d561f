using System.CommandLine;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Commands;

/// <summary>Reads a profile and says what is wrong with it.</summary>
internal static class ValidateCommand
{
    public static Command Create(Screen screen)
    {
        var path = new Argument<string>("PROFILE") { Description = "The profile's file." };
        var command = new Command("validate", "Says what is wrong with a profile, by line and column.");
        command.Arguments.Add(path);
        command.SetAction(async (parsed, _) =>
        {
            var profile = ProfileReader.ReadFile(parsed.GetValue(path)!);
            foreach (var warning in profile.Warnings)
            {
                await screen.Error.WriteLineAsync(warning.ToString());
            }

            await screen.Out.WriteLineAsync(
                $"{profile.Source}: {profile.Users.Count} users, {profile.Users.Sum(user => user.Actions.Count)} actions, {profile.Chaos.Count} scenarios of chaos, {profile.Warnings.Count} warnings");
            return ExitCodes.AsExpected;
        });
        return command;
    }
}
