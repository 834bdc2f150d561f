using PropIQ.LivingDocs;

try
{
    var options = Options.Parse(args);
    Console.WriteLine(await Generator.RunAsync(options));
    Console.WriteLine($"The page is {Path.GetFullPath(options.Out!)}");
    return 0;
}
catch (ArgumentException error)
{
    Console.Error.WriteLine($"{error.Message}\n\n{Options.Usage}");
    return 2;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
{
    Console.Error.WriteLine($"The page could not be written: {error.Message}");
    return 1;
}
