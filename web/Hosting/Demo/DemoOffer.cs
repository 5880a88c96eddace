using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>An offer as planned. Its ids come when it has been made; who sits on which slot when is known from the start.</summary>
internal sealed class DemoOffer(DemoPlace place, Form form, DateOnly from, DateOnly? to, int slots, bool halfTime, DateOnly publishedOn)
{
    private readonly List<(DateOnly From, DateOnly To)>[] _taken = [.. Enumerable.Range(0, slots).Select(_ => new List<(DateOnly, DateOnly)>())];

    public DemoPlace Place { get; } = place;
    public Form Form { get; } = form;
    public DateOnly From { get; } = from;
    public DateOnly? To { get; } = to;
    public int Slots { get; } = slots;
    public DateOnly PublishedOn { get; } = publishedOn;
    public Guid Id { get; set; }
    public List<Guid> SlotIds { get; } = [];
    /// <summary>The contract whose clause it is linked to, known when it has been flagged.</summary>
    public Func<Guid>? Contract { get; init; }

    public Cells Cells { get; } = halfTime ? Cells.From(Enumerable.Range(0, 5).Select(day => day * 3)) : Cells.OfficeWeek;

    /// <summary>A slot that nobody else sits on in the period; -1 when there is none.</summary>
    public int Take(DateOnly from, DateOnly to)
    {
        if (from < From || to > (To ?? DateOnly.MaxValue))
            return -1;
        var slot = Array.FindIndex(_taken, t => t.All(x => x.To < from || to < x.From));
        if (slot >= 0)
            _taken[slot].Add((from, to));
        return slot;
    }
}
