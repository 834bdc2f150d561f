namespace PropIQ.Simulator.Commands;

/// <summary>Writes files. What cannot be written where it should be (a full disk) goes to the temporary folder, or at last to the screen.</summary>
internal sealed class OutputFiles(Screen screen)
{
    /// <summary>Writes a file; false when it could not be written there. The <paramref name="last"/> resort is for what must not be lost.</summary>
    public async Task<bool> WriteAsync(string path, string text, bool last = false, bool append = false)
    {
        try
        {
            await PutAsync(path, text, append);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await screen.Error.WriteLineAsync($"{path} could not be written: {failure.Message}");
        }

        if (!last)
        {
            return false;
        }

        var elsewhere = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}-{Path.GetFileName(path)}");
        try
        {
            await PutAsync(elsewhere, text, append: false);
            await screen.Error.WriteLineAsync($"The report is at {elsewhere} instead.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await screen.Error.WriteLineAsync("Nor could it be written to the temporary folder. Here it is:");
            await screen.Error.WriteLineAsync(text);
        }

        return false;
    }

    private static async Task PutAsync(string path, string text, bool append)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await using var stream = new FileStream(path, append ? FileMode.Append : FileMode.Create, FileAccess.Write);
        await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text));
        await stream.FlushAsync();
    }
}
