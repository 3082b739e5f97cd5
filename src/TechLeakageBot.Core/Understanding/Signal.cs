namespace TechLeakageBot.Core.Understanding;

/// <summary>
/// Something a message mentions, in either language. The words that mention it stand in <c>knowledge/lexicon/</c>.
/// </summary>
public enum Signal
{
    // Who is on the other side, or whom it is about.
    Stranger, Recruiter, Competitor, Customer, Supplier, EquipmentMaker, Contractor, ResearchPartner, Licensee,
    JointVenture, Investor, Consultant, Acquaintance, Colleague, Leaver, Student, Visitor, Overseas,

    // By what medium.
    Sns, Mail, Phone, Fair, Meeting, Tour, Chat, StorageMedium, Cloud, OnlineTool, Paper, Device,

    // What it is about.
    Drawing, Sample, Process, Formula, ResearchData, Equipment, SourceCode, Plan, PeopleNames, Contract, Shares,

    // What is being done.
    Asked, Given, GivenALittle, NotGiven, Copied, Photographed, Tampered, NotReturned, Returned, Lookalike, Reconsigned,
    LeftOpen, Published,

    // Favours and pressure.
    FavourOffered, FavourTaken, FavourDeclined, Threat, Hurry, JobOffer,

    // A state behind it.
    Government, LawDemand, RoutineFiling,

    // Somebody gets in.
    Lost, Intruder, MassDownload, SharedCredential, Unsupervised, Found,

    // Somebody plans to take technology out.
    PlansToTake, Hiding,

    // What takes the edge off.
    PublicOnly, Approved, Checked, OtherCompany, Declined, NotYet,

    // How it is asked.
    HowTo, Hypothetical, WhomToConsult, OrderToBot, Past, Planned,
}
