using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Domain.Subscriptions.Signatures;

namespace PropIQ.Sabotage.Reach;

/// <summary>A copy of a host's services, on which a saboteur only shows where he would step in.</summary>
internal sealed class Casing : ServiceCollection
{
    // What cannot be listened to is heard of where it is asked.
    private static readonly Dictionary<Type, Seam> Deaf = new() { [typeof(IWebhookSignature)] = Seam.At("/stripe/webhook") };

    private readonly string saboteur;
    private readonly List<Seam> seams = [];
    private readonly List<Version> versions = [];
    private bool everywhere;

    private Casing(string saboteur, IServiceCollection services)
    {
        this.saboteur = saboteur;
        foreach (var descriptor in services)
        {
            ((ICollection<ServiceDescriptor>)this).Add(descriptor);
        }
    }

    /// <summary>Where he would; null when that cannot be said: he changes the configuration, or services in a way of his own.</summary>
    /// <exception cref="Twisting.SabotageException">There is nothing for him to replace.</exception>
    public static Places? Of(Saboteur saboteur, IServiceCollection services)
    {
        var casing = new Casing(saboteur.Id, services);
        saboteur.Host?.Invoke(casing);

        // Being able to look at the request changes nothing.
        var changed = !casing.Where(descriptor => descriptor.ServiceType != typeof(IHttpContextAccessor))
            .SequenceEqual(services.Where(descriptor => descriptor.ServiceType != typeof(IHttpContextAccessor)));
        return saboteur.Options is null && !casing.everywhere && !changed ? new Places(casing.seams, casing.versions) : null;
    }

    /// <summary>He would step in here; nothing is changed. Of a decision only those count on which he differs.</summary>
    /// <param name="service">The service.</param>
    /// <param name="method">The method, or any of them for null.</param>
    /// <param name="instead">Makes his version of the real one.</param>
    public IServiceCollection Note(Type service, string? method, Func<object, IServiceProvider, object> instead)
    {
        if (Decisions.IsOne(service, method))
        {
            var seam = Seam.Against(service, saboteur);
            seams.Add(seam);
            versions.Add(new Version(seam, method, instead));
            return this;
        }

        return Listener.CanHear(service) ? Note(Seam.In(service, method)) : Deaf.TryGetValue(service, out var place) ? Note(place) : NoteEverything();
    }

    /// <summary>He would step in here; nothing is changed.</summary>
    public IServiceCollection Note(Seam seam)
    {
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

/// <summary>Where a saboteur steps in, and his versions of the decisions among them.</summary>
internal sealed record Places(IReadOnlyList<Seam> Seams, IReadOnlyList<Version> Versions);
