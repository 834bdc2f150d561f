namespace PropIQ.Drivers.Courses;

/// <summary>Something that a customer, or Stripe, may do in a course of events, and what has to come of it.</summary>
/// <param name="What">Completes "26 Dec 12:00:01 …".</param>
/// <param name="Weight">How often it is drawn, among all that are possible.</param>
/// <param name="IsPossible">Whether it can be done, and its outcome is the contract's.</param>
/// <param name="DoAsync">Does it, judges what came of it, and keeps the books.</param>
internal sealed record Deed(string What, int Weight, Func<Books, bool> IsPossible, Func<Course, CancellationToken, Task> DoAsync);
