using System.Reflection;
using System.Runtime.CompilerServices;

namespace PropIQ.Mutants;

/// <summary>
/// Makes what the mutated program makes once in a process while no mutant is switched on. Stryker keeps the process of its tests: what
/// the first mutant had a part in making would stay, and kill all that come after it. Mutants of such things live there, and are tried
/// again in processes of their own.
/// </summary>
internal static class Statics
{
    private static readonly byte[] None = BitConverter.GetBytes(-1);

    [ModuleInitializer]
    internal static void Make()
    {
        // A process that Stryker keeps is asked over a connection; the file says which mutant is switched on.
        if (Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE") is not { } file || !File.Exists(file) || !Environment.GetCommandLineArgs().Contains("--server"))
        {
            return;
        }

        var switchedOn = Read(file);
        Write(file, None);
        var mutated = typeof(Statics).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(about => about.Key == "Mutated").Value!;
        foreach (var type in Assembly.Load(mutated).GetTypes().Where(type => !type.ContainsGenericParameters))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        Write(file, switchedOn);
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[None.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static void Write(string file, byte[] bytes)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        stream.Write(bytes);
    }
}
