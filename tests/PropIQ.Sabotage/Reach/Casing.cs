using Microsoft.Extensions.DependencyInjection;

namespace PropIQ.Sabotage.Reach;

/// <summary>A copy of a host's services, on which a saboteur only shows where he would step in.</summary>
internal sealed class Casing : ServiceCollection
{
    private readonly List<Seam> seams = [];
    private bool everywhere;

    private Casing(IServiceCollection services)
    {
        foreach (var descriptor in services)
        {
            ((ICollection<ServiceDescriptor>)this).Add(descriptor);
        }
    }

    /// <summary>Where he would; null when that cannot be said: he changes the configuration, or services in a way of his own.</summary>
    /// <exception cref="Twisting.SabotageException">There is nothing for him to replace.</exception>
    public static IReadOnlyList<Seam>? Of(Saboteur saboteur, IServiceCollection services)
    {
        var casing = new Casing(services);
        saboteur.Host?.Invoke(casing);
        return saboteur.Options is null && !casing.everywhere && casing.SequenceEqual(services) ? casing.seams : null;
    }

    /// <summary>He would step in here; nothing is changed.</summary>
    public IServiceCollection Note(Seam seam)
    {
        everywhere |= seam.Service is { } service && !Listener.CanHear(service);
        seams.Add(seam);
        return this;
    }

    /// <summary>He would step in at every request.</summary>
    public IServiceCollection NoteEverything()
    {
        everywhere = true;
        return this;
    }
}
