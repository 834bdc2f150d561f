using PropIQ.Proof;

return await ProofApp.RunAsync(args, CancellationToken.None);
