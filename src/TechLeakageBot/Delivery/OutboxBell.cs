using TechLeakageBot.Hosting;

namespace TechLeakageBot.Delivery;

/// <summary>Rung when rows were committed to the outbox, so that the delivery need not wait for its next look.</summary>
internal sealed class OutboxBell : Bell;
