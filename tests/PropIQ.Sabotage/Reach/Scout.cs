using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Sabotage.Reach;

/// <summary>
/// Changes nothing, and finds out which scenarios come by the places where saboteurs step in. Until a saboteur's place is reached
/// his PropIQ is the real one, so that scenarios which never come by cannot notice him.
/// </summary>
internal sealed class Scout
{
    private readonly ConcurrentDictionary<(Seam Seam, string? Scenario), byte> visits = new();
    private readonly ConcurrentDictionary<string, Places?> places = new();
    private readonly ConcurrentDictionary<string, TemplateMatcher> paths = new();

    /// <summary>For every host of a run.</summary>
    public HostTweaks Tweaks => new() { Services = LookAround };

    /// <summary>What has been found out by now.</summary>
    public ReachFile Found()
    {
        var seen = visits.Keys.ToLookup(visit => visit.Seam, visit => visit.Scenario);
        return new ReachFile(places.ToDictionary(place => place.Key, place => place.Value is { } known ? Visitors(seen, known.Seams) : null));
    }

    /// <summary>A request has come.</summary>
    public void Came(HttpRequest request)
    {
        foreach (var path in PathsOf(request))
        {
            Visited(Seam.At(path));
        }
    }

    /// <summary>A request has been answered.</summary>
    public void Went(HttpRequest request, int status)
    {
        if (status < StatusCodes.Status400BadRequest)
        {
            return;
        }

        Visited(Seam.RefusingAt(null));
        foreach (var path in PathsOf(request))
        {
            Visited(Seam.RefusingAt(path));
        }
    }

    private IEnumerable<string> PathsOf(HttpRequest request) => paths.Where(each => each.Value.TryMatch(request.Path, [])).Select(each => each.Key);

    private static List<string>? Visitors(ILookup<Seam, string?> seen, IEnumerable<Seam> seams)
    {
        var visitors = seams.SelectMany(seam => seen[seam]).ToHashSet();

        // One worker may have left work behind for another.
        for (var known = 0; known < visitors.Count;)
        {
            known = visitors.Count;
            visitors.UnionWith([.. BackgroundWork.Causes.Where(worker => visitors.Contains(worker.Key)).SelectMany(worker => seen[worker.Value])]);
        }

        // Whatever else PropIQ does by itself may be anybody's.
        return visitors.Contains(null) ? null : [.. visitors.OfType<string>().Where(visitor => !BackgroundWork.Causes.ContainsKey(visitor)).Order(StringComparer.Ordinal)];
    }

    private void LookAround(IServiceCollection services)
    {
        foreach (var saboteur in Catalogue.Saboteurs.All)
        {
            // Every host of a run registers the same.
            places.GetOrAdd(saboteur.Id, _ => Casing.Of(saboteur, services));
        }

        var known = places.Values.OfType<Places>().ToList();
        var seams = known.SelectMany(each => each.Seams).Concat(BackgroundWork.Causes.Values).ToHashSet();
        foreach (var path in seams.Select(seam => seam.Path).OfType<string>())
        {
            paths.TryAdd(path, new TemplateMatcher(TemplateParser.Parse(path), []));
        }

        var versions = known.SelectMany(each => each.Versions).ToLookup(version => version.Seam.Service);
        foreach (var service in seams.Select(seam => seam.Service).OfType<Type>().Distinct())
        {
            Listener.Put(services, service, [.. versions[service]], Visited);
        }

        BackgroundWork.Label(services);
    }

    private void Visited(Seam seam) => visits.TryAdd((seam, CurrentScenario.Served), 0);
}
