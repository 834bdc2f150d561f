using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PropIQ.Benchmarks.Pieces;

// In this process: what is measured takes micro- and milliseconds, and a project built for each would take minutes.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(Rules).Assembly).Run(args.Length > 0 ? args : ["--filter", "*"], config);
