using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Targets;

namespace PropIQ.Simulator.Commands;

/// <summary>Keeps the bundled PropIQ up in a process of its own, for whoever measures it from another one.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    public static Command Create(Screen screen)
    {
        var file = new Option<string?>("--environment") { Description = "Write address and secrets there, as JSON; readable by you alone." };
        var untilInputEnds = new Option<bool>("--until-input-ends") { Description = "Stop when the standard input ends, too." };
        var command = new Command(Name, "Starts the bundled PropIQ and keeps it up until Ctrl-C.");
        command.Options.Add(file);
        command.Options.Add(untilInputEnds);
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(file), parsed.GetValue(untilInputEnds), screen, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? file, bool untilInputEnds, Screen screen, CancellationToken cancellation)
    {
        using var stop = new RunStop();
        using var signals = untilInputEnds ? null : new Signals(stop, cancellation);

        // A terminal's Ctrl-C reaches children, too: whoever started this one says himself when it is to end.
        using var parents = untilInputEnds ? PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true) : null;
        await using var bundled = await BundledTarget.StartAsync(TimeSpan.FromSeconds(30), stop.Token);
        var served = new ServedTarget(bundled.Target.Url, bundled.Target.TestingSecret, bundled.Target.SigningSecret);
        if (file is not null)
        {
            await WriteAsync(file, served, stop.Token);
        }

        await screen.Out.WriteLineAsync($"The bundled PropIQ answers at {served.Url.GetLeftPart(UriPartial.Authority)}{(file is null ? "" : $"; {file} has its secrets")}");
        var stopped = Task.Delay(Timeout.Infinite, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        await (untilInputEnds ? Task.WhenAny(stopped, Console.In.ReadToEndAsync(stop.Token)) : stopped);
        return ExitCodes.AsExpected;
    }

    private static async Task WriteAsync(string file, ServedTarget served, CancellationToken cancellation)
    {
        var draft = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var stream = new FileStream(draft, options))
        {
            await JsonSerializer.SerializeAsync(stream, served, Reports.ReportJson.Options, cancellation);
        }

        File.Move(draft, file, overwrite: true);
    }
}

/// <summary>Where a served PropIQ is, and its secrets.</summary>
internal sealed record ServedTarget(Uri Url, string? TestingSecret, string? SigningSecret);
