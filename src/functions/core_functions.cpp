#include "functions/core_functions.hpp"

namespace toguna::functions {

namespace {

CoreFunction service_delivery()
{
    return { "service_delivery", "1", tr("Support to service delivery"),
        { { "1.1", tr("Offer a platform where delivery follows the response plan and its priorities") },
            { "1.2", tr("Keep mechanisms that prevent duplication") } },
        { "Soutien à la prestation des services", "Soutien à la prestation de services", "Appui à la prestation de services", "Soutenir la prestation de services",
            "Prestation de services", "Soutien à la fourniture de services", "Supporting service delivery", "Support to service delivery",
            "Support service delivery", "Service delivery" } };
}

CoreFunction strategic_decisions()
{
    return { "strategic_decisions", "2", tr("Informing strategic decisions of the HC and the HCT"),
        { { "2.1", tr("Prepare needs assessments and analyse gaps, within and across clusters") },
            { "2.2", tr("Find and solve gaps, obstacles, duplication and cross-cutting issues") },
            { "2.3", tr("Set priorities from the analysis of the response") } },
        { "Informer la prise de décision stratégique du CH et de l’EHP", "Information des décisions stratégiques du CH/EHP", "Informer les décisions stratégiques",
            "Informer la prise de décision stratégique", "Orienter la prise de décision stratégique", "Prise de décision stratégique",
            "Décisions stratégiques", "Informing strategic decision-making", "Inform strategic decision-making of the HC/HCT", "Informing strategic decisions",
            "Strategic decision-making" } };
}

CoreFunction planning()
{
    return { "planning", "3", tr("Planning and strategy development"),
        { { "3.1", tr("Make sector plans, objectives and indicators that serve those of the whole response") },
            { "3.2", tr("Apply common standards and guidelines") },
            { "3.3", tr("State funding needs, rank them and contribute to the funding proposals of the HC") } },
        { "Planification et élaboration de la stratégie", "Planification et développement de la stratégie", "Planification et développement des stratégies",
            "Planification et élaboration des stratégies", "Planification stratégique", "Planifier et développer la stratégie", "Planification et stratégie",
            "Planning and strategy development", "Planning and implementing cluster strategies", "Plan and develop strategy", "Strategic planning",
            "Strategy development" } };
}

CoreFunction monitoring()
{
    return { "monitoring", "4", tr("Monitoring and evaluation"),
        { { "4.1", tr("Follow and report activities and needs") }, { "4.2", tr("Measure progress against the strategy and its results") },
            { "4.3", tr("Recommend corrections") } },
        { "Suivi et évaluation", "Suivi-évaluation", "Suivi & évaluation", "Suivi et rapportage", "Suivi, évaluation et rapportage", "Suivi et rapports",
            "Suivi et rapports sur la stratégie et les résultats", "Suivre et évaluer la performance", "Suivi de la performance", "Monitoring and evaluation",
            "Monitoring and reporting", "Monitor and evaluate performance", "Monitoring & evaluation", "M&E" } };
}

CoreFunction preparedness()
{
    return { "preparedness", "5", tr("Preparedness and contingency planning"),
        { { "5.1", tr("Build national capacity to prepare for crises and to plan for contingencies") } },
        { "Préparation aux crises et contribution aux plans de contingence", "Préparation aux urgences", "Préparation aux catastrophes", "Préparation aux crises",
            "Plans de contingence", "Préparation et planification de contingence", "Planification de contingence", "Préparation aux catastrophes récurrentes",
            "Renforcement des capacités nationales de préparation", "Préparation et contingence", "Préparation et plans de contingence",
            "Preparedness and contingency planning", "Contingency planning", "Emergency preparedness", "Preparedness", "Contingency planning and preparedness",
            "Preparedness for recurrent disasters", "Build national capacity in preparedness and contingency planning" } };
}

CoreFunction advocacy()
{
    return { "advocacy", "6", tr("Advocacy"),
        { { "6.1", tr("Find the concerns that the messages of the HC and the HCT should carry") },
            { "6.2", tr("Advocate for the cluster, its members and affected people") } },
        { "Plaidoyer", "Plaidoyer pour la mobilisation des ressources", "Plaidoyer et mobilisation des ressources", "Soutenir un plaidoyer solide",
            "Plaidoyer et communication", "Mobilisation des ressources", "Appui au plaidoyer", "Soutien au plaidoyer", "Advocacy", "Supporting robust advocacy",
            "Support robust advocacy", "Advocacy and resource mobilisation", "Advocacy and resource mobilization", "Resource mobilization" } };
}

CoreFunction accountability()
{
    return { "accountability", "AAP", tr("Accountability to affected people"),
        { { "AAP.1", tr("Consult affected people and take their views into account") },
            { "AAP.2", tr("Receive complaints, look into them and act on them") } },
        { "Redevabilité envers les personnes affectées", "Redevabilité envers les populations affectées", "Redevabilité envers les populations touchées",
            "Redevabilité envers les populations affectées (AAP)", "Redevabilité", "Redevabilité vis-à-vis des populations affectées", "Redevabilité (AAP)",
            "Responsabilité envers les populations affectées", "Accountability to affected populations", "Accountability to affected people",
            "Accountability to affected populations (AAP)", "Accountability", "AAP" } };
}

} // namespace

CoreFunctionCatalogue const& core_functions()
{
    static CoreFunctionCatalogue const catalogue { "2015",
        { service_delivery(), strategic_decisions(), planning(), monitoring(), preparedness(), advocacy(), accountability() } };
    return catalogue;
}

CoreFunction const* core_function(std::string_view code)
{
    for (auto const& function : core_functions().functions)
        if (function.code == code)
            return &function;
    return nullptr;
}

} // namespace toguna::functions
