using PropIQ.Simulator.Commands;

// The summary carries signs beyond ASCII, whatever the terminal's code page is.
Console.OutputEncoding = System.Text.Encoding.UTF8;
return await SimulatorApp.RunAsync(args, new(Console.Out, Console.Error), CancellationToken.None);
