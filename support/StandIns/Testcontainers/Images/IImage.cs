namespace DotNet.Testcontainers.Images;

/// <summary>An image that containers can be made of.</summary>
public interface IImage;

/// <summary>An image that is still to be built.</summary>
public interface IFutureDockerImage : IImage
{
    /// <summary>Builds it.</summary>
    /// <exception cref="InvalidOperationException">It cannot be built; the message has what docker said.</exception>
    Task CreateAsync(CancellationToken ct = default);
}
