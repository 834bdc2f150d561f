using PropIQ.Drivers.Courses;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Courses;

/// <summary>Courses of events that chance has drawn.</summary>
[Binding]
public sealed class CourseSteps(CourseDriver courses, Lifetime lifetime)
{
    [When("{person} goes on as it comes, {int} deeds long, in course {int}")]
    public Task GoesOn(Actor person, int deeds, int number) => courses.LiveThroughAsync(person, deeds, number, lifetime.Token);

    [Then("each answer to {person} follows from all that was done before")]
    public void FollowsFromAllBefore(Actor person) => courses.ShouldHaveBeenRight(person);
}
