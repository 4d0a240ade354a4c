namespace JointMeeting.Workflows.Tests.Flow.Embedded;

/// <summary>Walks a tree of blocks: the reference that a flow is compared with.</summary>
internal abstract class Walk
{
    /// <summary>Steps where it waits.</summary>
    public abstract IEnumerable<string> Waiting { get; }

    public abstract bool IsDone { get; }

    /// <summary>The step ends; true where it waited here.</summary>
    public abstract bool Complete(string step);

    /// <summary>Goes to the step if it lies here and can be reached; else changes nothing.</summary>
    public abstract bool Jump(string step);

    public static Walk Of(Block block, Func<string, bool> rule) =>
        block switch
        {
            Block.Wait wait => new AtStep(wait.Id),
            Block.Row row => new InRow(row, rule),
            Block.Side side => new SideBySide(side, rule),
            Block.Choice choice => new InRow(rule(choice.Id) ? choice.Yes : choice.No, rule),
            _ => throw new InvalidOperationException(),
        };

    private sealed class AtStep(string id) : Walk
    {
        private bool _done;

        public override IEnumerable<string> Waiting => _done ? [] : [id];

        public override bool IsDone => _done;

        public override bool Complete(string step) => !_done && step == id && (_done = true);

        public override bool Jump(string step) => false;
    }

    private sealed class InRow : Walk
    {
        private readonly Block.Row _row;
        private readonly Func<string, bool> _rule;
        private int _at;
        private Walk _inside;

        public InRow(Block.Row row, Func<string, bool> rule)
        {
            (_row, _rule) = (row, rule);
            _inside = Of(row.Items[0], rule);
        }

        public override IEnumerable<string> Waiting => IsDone ? [] : _inside.Waiting;

        public override bool IsDone => _at == _row.Items.Count;

        public override bool Complete(string step)
        {
            if (IsDone || !_inside.Complete(step))
                return false;
            if (_inside.IsDone && ++_at < _row.Items.Count)
                _inside = Of(_row.Items[_at], _rule);
            return true;
        }

        public override bool Jump(string step)
        {
            var target = _row.Items.ToList().FindIndex(i => i.Steps.Contains(step));
            if (target < 0)
                return false;
            switch (_row.Items[target])
            {
                case Block.Wait wait:
                    (_at, _inside) = (target, Of(wait, _rule));
                    return true;
                case Block.Choice choice:
                    return JumpIntoChoice(target, choice.Yes.Steps.Contains(step) ? choice.Yes : choice.No, step);
                default:
                    return !IsDone && _at == target && _inside.Jump(step);
            }
        }

        /// <summary>A choice is no fork: both its ways lie on the path around it.</summary>
        private bool JumpIntoChoice(int target, Block.Row way, string step)
        {
            var onThatWay = !IsDone && _at == target && _inside.Waiting.Any(way.Steps.Contains);
            var inside = onThatWay ? _inside : new InRow(way, _rule);
            if (!onThatWay)
                ((InRow)inside)._at = -1;
            if (!inside.Jump(step))
                return false;
            (_at, _inside) = (target, inside);
            return true;
        }
    }

    private sealed class SideBySide(Block.Side side, Func<string, bool> rule) : Walk
    {
        private readonly List<Walk> _branches = [.. side.Branches.Select(b => Of(b, rule))];

        public override IEnumerable<string> Waiting => _branches.SelectMany(b => b.Waiting);

        public override bool IsDone => _branches.All(b => b.IsDone);

        public override bool Complete(string step) => _branches.Any(b => b.Complete(step));

        public override bool Jump(string step)
        {
            var branch = side.Branches.ToList().FindIndex(b => b.Steps.Contains(step));
            return !_branches[branch].IsDone && _branches[branch].Jump(step);
        }
    }
}
