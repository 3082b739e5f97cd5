using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>
/// The one writer: a thread that takes everything that waits into one transaction, because the price of a commit is its flush to
/// the disk, not its rows. Each of several writes has a savepoint of its own; callers hear of theirs only when the transaction is durable.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    /// <summary>Bounds how long the first of a group waits for the others.</summary>
    private const int LargestGroup = 256;

    private readonly BlockingCollection<SqliteWrite> waiting = [];
    private readonly SqliteStatements statements;
    private readonly Thread thread;

    /// <param name="connection">Belongs to the writer from now on.</param>
    public SqliteWriter(SqliteConnection connection)
    {
        statements = new SqliteStatements(connection);
        thread = new Thread(Work) { Name = "SQLite writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>Runs a write within the next transaction; the task ends when that has been committed.</summary>
    /// <param name="cancel">Counts until the write begins; from then on its outcome is told.</param>
    public Task<T> RunAsync<T>(Func<SqliteStatements, T> work, CancellationToken cancel) => Enqueue(new SqliteWrite<T>(work, alone: false, cancel));

    /// <summary>Runs something outside any transaction, after the writes that wait already.</summary>
    public Task<T> RunAloneAsync<T>(Func<SqliteStatements, T> work, CancellationToken cancel) => Enqueue(new SqliteWrite<T>(work, alone: true, cancel));

    /// <summary>Ends when everything that waits has been written.</summary>
    public void Dispose()
    {
        if (!thread.IsAlive)
            return;
        waiting.CompleteAdding();
        thread.Join();
        waiting.Dispose();
        statements.Dispose();
    }

    private Task<T> Enqueue<T>(SqliteWrite<T> write)
    {
        waiting.Add(write, CancellationToken.None);
        return write.Outcome;
    }

    private void Work()
    {
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            List<SqliteWrite> group = [first];
            while (group.Count < LargestGroup && waiting.TryTake(out var next))
                group.Add(next);
            Commit([.. group.Where(write => !write.Alone && write.Begin())]);
            foreach (var write in group.Where(write => write.Alone && write.Begin()))
            {
                write.Run(statements);
                write.Tell();
            }
        }
    }

    private void Commit(SqliteWrite[] group)
    {
        if (group.Length == 0)
            return;
        try
        {
            statements.Run("BEGIN IMMEDIATE");
            if (group is [var only])
                statements.Run(only.Run(statements) ? "COMMIT" : "ROLLBACK");
            else
                CommitTogether(group);
        }
        catch (SqliteException fault)
        {
            // Some errors, such as a full disk, end the transaction by themselves.
            if (statements.InTransaction)
                statements.Run("ROLLBACK");
            foreach (var write in group)
                write.Fail(fault);
            return;
        }

        foreach (var write in group)
            write.Tell();
    }

    private void CommitTogether(SqliteWrite[] group)
    {
        foreach (var write in group)
        {
            statements.Run("SAVEPOINT item");
            if (!write.Run(statements))
                statements.Run("ROLLBACK TO item");
            statements.Run("RELEASE item");
        }

        statements.Run("COMMIT");
    }
}
